import type { TFunction } from 'i18next';

interface Named {
  /** Begins with the year. */
  readonly id: string;
  /** Null where it cannot be read now and never was. */
  readonly unitName: string | null;
}

/** Whose assessment it is, in words. */
export function assessmentName(t: TFunction, { id, unitName }: Named): string {
  return unitName === null
    ? t('recovery.list.unnamed', { id })
    : t('walk.title', { unit: unitName, year: id.slice(0, 4) });
}
