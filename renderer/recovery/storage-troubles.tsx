import { useTranslation } from 'react-i18next';
import type { StorageTrouble } from '../../electron/api.ts';
import { Notice } from '../frame/notice.tsx';
import { sentence } from '../frame/sentence.ts';

interface StorageTroublesProps {
  readonly troubles: readonly StorageTrouble[];
  /** The subjects that are told here. */
  readonly about: readonly StorageTrouble['about'][];
}

/** What a person should see to on this machine's disk, each under its own title. */
export function StorageTroubles({ troubles, about }: StorageTroublesProps) {
  const { t } = useTranslation();
  return troubles
    .filter((trouble) => about.includes(trouble.about))
    .map((trouble) => (
      <Notice
        key={trouble.about + trouble.message}
        tone="bad"
        title={t(`recovery.storageTrouble.${trouble.about}`)}
      >
        <p>{sentence(trouble.message)}</p>
      </Notice>
    ));
}
