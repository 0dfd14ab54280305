import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { sizeText } from '../../criteria/evidence.ts';
import type { RecoveryOverview, TroubledFile } from '../../electron/api.ts';
import { Mark } from '../frame/marks.tsx';
import { paged } from '../frame/paged.ts';
import { Pages } from '../frame/pages.tsx';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { dateTimeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { ExportButton } from './export-button.tsx';
import classes from './recovery.module.css';
import { TroubledName } from './troubled-name.tsx';

const pageSize = 30;

interface TroubledFilesProps {
  readonly overview: RecoveryOverview;
  readonly onAgain: () => void;
}

/** The assessments that cannot be used now, since when, and what can be done. */
export function TroubledFiles({ overview, onAgain }: TroubledFilesProps) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const { troubled, assessments } = overview;
  const backedUp = new Set(assessments.map(({ id }) => id));
  const part = paged(troubled, page, pageSize);
  return (
    <Part title={t('recovery.troubled.title')}>
      <p>{t(troubled.length === 0 ? 'recovery.troubled.none' : 'recovery.troubled.intro')}</p>
      <Button variant="default" size="compact-sm" onClick={onAgain}>
        {t('recovery.troubled.again')}
      </Button>
      {troubled.length > 0 && (
        <>
          <Pages label={t('recovery.troubled.pages')} paged={part} onPage={setPage} />
          <ul className={classes.entries}>
            {part.items.map((file) => (
              <Entry key={file.file} troubled={file} hasBackups={file.id !== null && backedUp.has(file.id)} />
            ))}
          </ul>
        </>
      )}
    </Part>
  );
}

interface EntryProps {
  readonly troubled: TroubledFile;
  readonly hasBackups: boolean;
}

function Entry({ troubled, hasBackups }: EntryProps) {
  const { t } = useTranslation();
  const { file, kind, message, id, writtenAt, size, viewable } = troubled;
  const way = wayOn(troubled, hasBackups);
  return (
    <li>
      <p className={classes.marks}>
        <strong>
          <TroubledName troubled={troubled} />
        </strong>
        <Mark tone={kind === 'newer' ? 'provisional' : 'bad'}>{t(`recovery.troubled.kind.${kind}`)}</Mark>
      </p>
      <p>
        {sentence(message)} {way !== null && t(`recovery.troubled.way.${way}`)}
      </p>
      {writtenAt !== null && (
        <p className={classes.quiet}>
          {t('recovery.troubled.writtenAt', { at: dateTimeText(writtenAt) })}
          {size !== null && `, ${sizeText(size)}`}
        </p>
      )}
      <div className={classes.actions}>
        {id !== null && viewable && <Link href={paths.assessment(id)}>{t('recovery.troubled.look')}</Link>}
        {id !== null && hasBackups && <Link href={paths.backups(id)}>{t('recovery.toBackups')}</Link>}
        {size !== null && <ExportButton place="assessments" file={file} />}
      </div>
    </li>
  );
}

/** What to do, where the message does not say so itself. */
function wayOn(
  { kind }: TroubledFile,
  hasBackups: boolean,
): 'tryBackups' | 'export' | 'restore' | 'again' | null {
  switch (kind) {
    case 'damaged':
      return hasBackups ? 'tryBackups' : 'export';
    case 'missing':
      return 'restore';
    case 'unreadable':
      return 'again';
    case 'newer':
      return null;
  }
}
