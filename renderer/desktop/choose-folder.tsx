import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderPurpose } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { BusyButton } from '../frame/busy-button.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { inDesktop } from './in-desktop.ts';

interface ChooseFolderProps {
  readonly purpose: FolderPurpose;
  /** Where the dialog begins: the path in the field beside it. */
  readonly from: string;
  readonly onChosen: (folder: string) => void;
}

/** Chooses a folder in the dialog of the system; nothing where there is no such dialog. */
export function ChooseFolder({ purpose, from, onChosen }: ChooseFolderProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  if (!inDesktop()) return null;

  async function choose() {
    setBusy(true);
    const reply = await callApi('folders.choose', { purpose, from: from.trim() === '' ? null : from });
    setBusy(false);
    setFailure(reply.ok ? null : reply.error.message);
    if (reply.ok && reply.value.folder !== null) onChosen(reply.value.folder);
  }

  return (
    <>
      <BusyButton variant="default" busy={busy} onClick={() => void choose()}>
        {t('desktop.chooseFolder')}
      </BusyButton>
      {failure !== null && <FailureNotice title={t('desktop.chooseFailed')} message={failure} />}
    </>
  );
}
