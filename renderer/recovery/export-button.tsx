import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FilePlace } from '../../electron/api.ts';
import { type Delivery, saveRawFile } from '../documents/deliver.ts';
import { deliveryText } from '../documents/delivery-text.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import classes from './recovery.module.css';

interface ExportButtonProps {
  readonly place: FilePlace;
  readonly file: string;
}

/** Hands out a file byte by byte, whatever is in it. */
export function ExportButton({ place, file }: ExportButtonProps) {
  const { t } = useTranslation();
  const [delivery, setDelivery] = useState<Delivery | null>(null);
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    setDelivery(await saveRawFile(place, file));
    setBusy(false);
  }
  return (
    <>
      <BusyButton
        variant="default"
        size="compact-sm"
        aria-label={t('recovery.exportOf', { file })}
        busy={busy}
        onClick={() => void save()}
      >
        {t('recovery.export')}
      </BusyButton>
      {delivery?.kind === 'failed' && (
        <FailureNotice title={t('recovery.exportFailed')} message={delivery.message} />
      )}
      {delivery !== null && delivery.kind !== 'failed' && (
        <p role="status" className={classes.outcome}>
          {delivery.kind === 'saved'
            ? t('recovery.exported', { file: delivery.file })
            : deliveryText(t, delivery)}
        </p>
      )}
    </>
  );
}
