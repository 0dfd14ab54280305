import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { SetOptionalDay } from './set-fields.tsx';

interface Dated {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

interface InForceProps<T extends Dated> {
  readonly path: string;
  readonly value: T;
  readonly change: (value: T) => CriteriaSet;
}

/** From when until when something is in force; always where nothing is said. */
export function InForce<T extends Dated>({ path, value, change }: InForceProps<T>) {
  const { t } = useTranslation();
  const { from, to, ...rest } = value;
  const dated = (days: Dated): T =>
    ({
      ...rest,
      ...(days.from !== undefined && { from: days.from }),
      ...(days.to !== undefined && { to: days.to }),
    }) as unknown as T;
  return (
    <>
      <SetOptionalDay
        path={`${path}.from`}
        label={t('authoring.from')}
        description={t('authoring.openHint')}
        value={from ?? null}
        change={(day) => change(dated({ from: day ?? undefined, to }))}
      />
      <SetOptionalDay
        path={`${path}.to`}
        label={t('authoring.to')}
        description={t('authoring.openHint')}
        value={to ?? null}
        change={(day) => change(dated({ from, to: day ?? undefined }))}
      />
    </>
  );
}
