import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../frame/failure.tsx';
import type { Delivery } from './deliver.ts';

/** What came of asking for a document. */
export function DeliveryWords({ delivery }: { readonly delivery: Delivery | 'making' }) {
  const { t } = useTranslation();
  if (delivery === 'making') return <p role="status">{t('documents.making')}</p>;
  switch (delivery.kind) {
    case 'failed':
      return <FailureNotice title={t('documents.failed')} message={delivery.message} />;
    case 'shownOutside':
      return <p role="status">{t('documents.shownOutside')}</p>;
    default:
      return <p role="status">{t(`documents.${delivery.kind}`, { file: delivery.file })}</p>;
  }
}
