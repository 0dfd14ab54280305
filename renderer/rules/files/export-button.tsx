import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import type { CallApi } from '../../../electron/api.ts';
import { type Delivery, saveFile } from '../../documents/deliver.ts';
import { deliveryText } from '../../documents/delivery-text.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FailureNotice } from '../../frame/failure.tsx';
import { useRoomCall } from '../room-call.ts';
import classes from './set-files.module.css';

interface Exported {
  readonly delivery: Delivery;
  /** Of the set in the file; null where none was made. */
  readonly hash: string | null;
}

/** Hands out a published version with all its confirmations as one file, which another machine takes in. */
export function ExportButton({ version }: { readonly version: SetVersion }) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const [exported, setExported] = useState<Exported | null>(null);
  const [busy, setBusy] = useState(false);
  async function save() {
    setBusy(true);
    setExported(null);
    setExported(await exportSet(call, version));
    setBusy(false);
  }
  return (
    <div className={classes.export}>
      <BusyButton
        variant="default"
        aria-label={t('setFiles.export.buttonOf', { id: version.id, version: version.version })}
        busy={busy}
        onClick={() => void save()}
      >
        {t(busy ? 'setFiles.export.busy' : 'setFiles.export.button')}
      </BusyButton>
      {exported !== null && <Outcome {...exported} />}
    </div>
  );
}

async function exportSet(call: CallApi, { id, version }: SetVersion): Promise<Exported> {
  const [file, opened] = await Promise.all([
    call('criteria.export', { id, version }),
    call('criteria.open', { id, version }),
  ]);
  if (!file.ok)
    return { delivery: { kind: 'failed', what: 'make', message: file.error.message }, hash: null };
  const delivery = await saveFile(file.value.fileName, file.value, 'application/json');
  return { delivery, hash: opened.ok ? opened.value.hash : null };
}

function Outcome({ delivery, hash }: Exported) {
  const { t } = useTranslation();
  if (delivery.kind === 'failed')
    return <FailureNotice title={t('setFiles.export.failed')} message={delivery.message} />;
  const there = delivery.kind === 'saved' || delivery.kind === 'savedAt';
  return (
    <div role="status" className={classes.outcome}>
      <p>
        {delivery.kind === 'saved'
          ? t('setFiles.export.saved', { file: delivery.file })
          : deliveryText(t, delivery)}
      </p>
      {there && hash !== null && (
        <p className={classes.quiet}>
          {t('setFiles.export.hash', { hash: '' })}
          <span className={classes.code}>{hash}</span>
        </p>
      )}
    </div>
  );
}
