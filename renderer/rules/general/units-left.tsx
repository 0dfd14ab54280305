import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { Impact, Reply } from '../../../electron/api.ts';
import { sentence } from '../../frame/sentence.ts';
import { useRoomCall } from '../room-call.ts';
import { useGeneral } from './general-draft.ts';

/** The assessments of this machine that a set without one of the classes could not score any more. */
export function UnitsLeft({ next }: { readonly next: CriteriaSet }) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const { draft } = useGeneral();
  const [reply, setReply] = useState<Reply<Impact> | null>(null);
  const { id, version } = draft.basedOn;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, for the set as it was when the question came up
  useEffect(() => {
    void call('criteria.impact', { of: { id, version }, set: next }).then(setReply);
  }, []);
  if (reply?.ok === false) return <p role="alert">{sentence(reply.error.message)}</p>;
  const left = reply?.value.lines.filter(({ effect }) => effect === 'impossible') ?? [];
  return (
    <p role="status">
      {reply === null
        ? t('authoring.classes.asking')
        : left.length === 0
          ? t('authoring.classes.unused')
          : t('authoring.classes.used', {
              n: left.length,
              units: left
                .slice(0, 5)
                .map(({ unit, year }) => `${unit.name} (${year})`)
                .join('; '),
            })}
    </p>
  );
}
