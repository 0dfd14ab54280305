import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { AssessmentList, TroubledFile } from '../../electron/api.ts';
import { Notice } from '../frame/notice.tsx';
import { sentence } from '../frame/sentence.ts';
import { paths } from '../paths.ts';
import { recoveredText } from '../recovery/recovered-text.ts';
import { TroubledName } from '../recovery/troubled-name.tsx';
import { numberText } from '../wording.ts';
import classes from './list.module.css';

/** What the notices name before they lead to the rest, so that the list itself stays in sight. */
const shownEntries = 3;
const shownOfEach = 1;

/** What happened to files without anybody's doing. The recovery screen has the whole of it. */
export function TroubleNotices({ list }: { readonly list: AssessmentList }) {
  const { t } = useTranslation();
  const { recovered, troubled, troubles } = list;
  const limit = recovered.length > 0 && troubled.length > 0 ? shownOfEach : shownEntries;
  return (
    <>
      {recovered.length > 0 && (
        <TroubleNotice
          tone="provisional"
          title={t('list.recoveredTitle', { n: numberText(recovered.length) })}
        >
          <Entries
            limit={limit}
            entries={recovered.map((entry) => ({ key: entry.file, text: recoveredText(t, entry) }))}
          />
        </TroubleNotice>
      )}
      {troubled.length > 0 && (
        <TroubleNotice tone="bad" title={t('list.troubledTitle', { n: numberText(troubled.length) })}>
          <Entries
            limit={limit}
            entries={troubled.map((one) => ({ key: one.file, text: <Troubled troubled={one} /> }))}
          />
        </TroubleNotice>
      )}
      {troubles.map(({ about, message }) => (
        <TroubleNotice key={about + message} tone="bad" title={t(`recovery.storageTrouble.${about}`)}>
          <p>{sentence(message)}</p>
        </TroubleNotice>
      ))}
    </>
  );
}

function Troubled({ troubled }: { readonly troubled: TroubledFile }) {
  const { t } = useTranslation();
  const { id, message, viewable } = troubled;
  return (
    <>
      <strong>
        <TroubledName troubled={troubled} />
      </strong>
      : {sentence(message)}{' '}
      {id !== null && viewable && <Link href={paths.assessment(id)}>{t('recovery.troubled.look')}</Link>}
    </>
  );
}

interface TroubleNoticeProps {
  readonly tone: 'provisional' | 'bad';
  readonly title: string;
  readonly children: ReactNode;
}

function TroubleNotice({ tone, title, children }: TroubleNoticeProps) {
  const { t } = useTranslation();
  return (
    <Notice tone={tone}>
      <div className={classes.noticeHead}>
        <h2>{title}</h2>
        <Link href={paths.recovery()} aria-label={`${t('list.toRecovery')}: ${title}`}>
          {t('list.toRecovery')}
        </Link>
      </div>
      {children}
    </Notice>
  );
}

interface Entry {
  readonly key: string;
  readonly text: ReactNode;
}

interface EntriesProps {
  readonly entries: readonly Entry[];
  readonly limit: number;
}

function Entries({ entries, limit }: EntriesProps) {
  const { t } = useTranslation();
  const rest = entries.length - limit;
  return (
    <ul className={classes.entries}>
      {entries.slice(0, limit).map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
      {rest > 0 && <li>{t('list.more', { n: numberText(rest) })}</li>}
    </ul>
  );
}
