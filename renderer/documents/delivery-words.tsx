import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../frame/failure.tsx';
import type { Delivery } from './deliver.ts';
import { deliveryText } from './delivery-text.ts';

/** What came of asking for a document. */
export function DeliveryWords({ delivery }: { readonly delivery: Delivery | 'making' }) {
  const { t } = useTranslation();
  if (delivery === 'making') return <p role="status">{t('documents.making')}</p>;
  if (delivery.kind === 'failed')
    return <FailureNotice title={t(`documents.failed.${delivery.what}`)} message={delivery.message} />;
  return <p role="status">{deliveryText(t, delivery)}</p>;
}
