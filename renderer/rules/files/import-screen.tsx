import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { sizeText } from '../../../criteria/evidence.ts';
import { largestSetFile, type OpenedSet } from '../../../electron/api.ts';
import { base64Of } from '../../base64.ts';
import { Announced } from '../../frame/announced.tsx';
import { FailureNotice } from '../../frame/failure.tsx';
import frame from '../../frame/frame.module.css';
import { ScreenHeading } from '../../frame/screen.tsx';
import { paths } from '../../paths.ts';
import { useRoomCall } from '../room-call.ts';
import { BrokenFile } from './broken-file.tsx';
import { Imported } from './imported.tsx';
import { type ChosenFile, type Look, lookAtFile } from './look-at-file.ts';
import { ReadableFile } from './readable-file.tsx';
import { SetPicker } from './set-picker.tsx';

interface Shown {
  /** Counts what was chosen. */
  readonly key: number;
  readonly file: ChosenFile;
  /** Whether others were chosen with it. */
  readonly several: boolean;
  /** Null while it is being looked at. */
  readonly look: Look | null;
  /** What it has become here. */
  readonly imported: OpenedSet | null;
}

/** Says what a file with a criteria set is and what it would change here, and takes it in. */
export function ImportScreen() {
  const { t } = useTranslation();
  const call = useRoomCall();
  const [shown, setShown] = useState<Shown | null>(null);
  const latest = useRef(0);

  async function show(file: ChosenFile, several: boolean) {
    latest.current += 1;
    const key = latest.current;
    setShown({ key, file, several, look: null, imported: null });
    const look = await lookAtFile(call, file);
    if (latest.current === key) setShown({ key, file, several, look, imported: null });
  }
  function choose([file, ...others]: readonly File[]) {
    if (file === undefined) return;
    const { name, size } = file;
    void show({ name, size, read: () => base64Of(file) }, others.length > 0);
  }
  return (
    <main className={`${frame.page} ${frame.stack}`}>
      <nav className={frame.way} aria-label={t('frame.way')}>
        <Link href={paths.list()}>{t('program.home')}</Link>
        <Link href={paths.rules()}>{t('setFiles.toSets')}</Link>
      </nav>
      <ScreenHeading title={t('setFiles.title')} />
      <p>{t('setFiles.intro')}</p>
      <SetPicker onFiles={choose} />
      {shown !== null && (
        <>
          <p role="status">
            {shown.several && t('setFiles.several', { file: shown.file.name })}{' '}
            {shown.look === null && t('setFiles.checking', { file: shown.file.name })}
          </p>
          {shown.imported !== null ? (
            <Announced>
              <Imported opened={shown.imported} />
            </Announced>
          ) : (
            shown.look !== null && (
              <Announced key={shown.key}>
                <LookedAt
                  file={shown.file}
                  look={shown.look}
                  onAgain={() => void show(shown.file, false)}
                  onImported={(imported) => setShown({ ...shown, imported })}
                />
              </Announced>
            )
          )}
        </>
      )}
    </main>
  );
}

interface LookedAtProps {
  readonly file: ChosenFile;
  readonly look: Look;
  readonly onAgain: () => void;
  readonly onImported: (opened: OpenedSet) => void;
}

function LookedAt({ file, look, onAgain, onImported }: LookedAtProps) {
  const { t } = useTranslation();
  const title = t('setFiles.failed', { file: file.name });
  switch (look.kind) {
    case 'tooLarge':
      return (
        <FailureNotice
          title={title}
          message={t('setFiles.tooLarge', { size: sizeText(file.size), limit: sizeText(largestSetFile) })}
        />
      );
    case 'unreadable':
      return <FailureNotice title={title} message={t('setFiles.unreadable')} />;
    case 'failed':
      return <FailureNotice title={title} message={look.message} onRetry={onAgain} />;
    case 'checked':
      return look.check.state === 'broken' ? (
        <BrokenFile file={file.name} base64={look.base64} faults={look.check.faults} />
      ) : (
        <ReadableFile
          file={file.name}
          base64={look.base64}
          check={look.check}
          onAgain={onAgain}
          onImported={onImported}
        />
      );
  }
}
