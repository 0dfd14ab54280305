import type { TFunction } from 'i18next';
import type { LogEntry } from '../../criteria/assessment.ts';
import { shortCode } from '../../criteria/short-code.ts';
import { dateText, dateTimeText } from '../frame/time.ts';
import { lowerFirst } from '../wording.ts';

/** What happened to the assessment and when, in words. */
export function logText(t: TFunction, entry: LogEntry): string {
  const at = dateTimeText(entry.at);
  switch (entry.event) {
    case 'created':
      return t('overview.event.created', { at });
    case 'finalised':
      return t('overview.event.finalised', { at, revision: entry.revision });
    case 'reopened':
      return entry.reason === ''
        ? t('overview.event.reopenedWithoutReason', { at, revision: entry.revision })
        : t('overview.event.reopened', { at, revision: entry.revision, reason: entry.reason });
    case 'imported':
      return t(`overview.event.imported.${entry.as}`, {
        at,
        date: dateText(entry.from.date),
        status: lowerFirst(t(`status.${entry.from.status}`)),
        revision: entry.from.revision,
        code: shortCode(entry.sha256),
      });
    case 'moved': {
      const { from, to } = entry;
      const versions = { at, from: from.version, to: to.version };
      return from.id === to.id
        ? t('overview.event.moved', versions)
        : t('overview.event.movedElsewhere', { ...versions, fromId: from.id, toId: to.id });
    }
    case 'restored':
      return t(`overview.event.restored.${entry.because}`, { at, savedAt: dateTimeText(entry.savedAt) });
  }
}
