import type { TFunction } from 'i18next';
import { numberText } from '../wording.ts';
import type { Delivery } from './deliver.ts';

type Delivered = Exclude<Delivery, { kind: 'failed' }>;

/** What came of asking for a document, in a sentence. */
export function deliveryText(t: TFunction, delivery: Delivered): string {
  switch (delivery.kind) {
    case 'savedAt':
      return t('documents.savedAt', { path: delivery.path });
    case 'printed':
      return t('documents.printed', { n: numberText(delivery.pages) });
    case 'shown':
    case 'saved':
    case 'popupBlocked':
      return t(`documents.${delivery.kind}`, { file: delivery.file });
    default:
      return t(`documents.${delivery.kind}`);
  }
}
