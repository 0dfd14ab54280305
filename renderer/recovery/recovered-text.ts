import type { TFunction } from 'i18next';
import type { RecoveredFile } from '../../electron/api.ts';
import { dateTimeText, spanText } from '../frame/time.ts';
import { assessmentName } from './assessment-name.ts';

/** Whose file was replaced and why, and how old the state is that took its place, in words. */
export function recoveredText(t: TFunction, { id, unitName, at, because, savedAt }: RecoveredFile): string {
  const why = because === null ? '' : t(`recovery.recovered.because.${because}`);
  const assessment = assessmentName(t, { id, unitName });
  if (savedAt === null) return t('recovery.recovered.unknownAge', { assessment, why });
  const span = spanText(savedAt, at);
  const age = span === null ? '' : t('recovery.recovered.age', { span });
  return t('recovery.recovered.text', { assessment, why, savedAt: dateTimeText(savedAt), age });
}
