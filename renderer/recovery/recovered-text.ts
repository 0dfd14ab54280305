import type { TFunction } from 'i18next';
import type { RecoveredFile } from '../../electron/api.ts';
import { dateTimeText, spanText } from '../frame/time.ts';

/** Whose file was damaged, and how old the state is that took its place, in words. */
export function recoveredText(t: TFunction, { id, unitName, year, at, savedAt }: RecoveredFile): string {
  const assessment = unitName === null ? id : t('walk.title', { unit: unitName, year });
  if (savedAt === null) return t('recovery.recovered.unknownAge', { assessment });
  const span = spanText(savedAt, at);
  const age = span === null ? '' : t('recovery.recovered.age', { span });
  return t('recovery.recovered.text', { assessment, savedAt: dateTimeText(savedAt), age });
}
