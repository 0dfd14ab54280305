import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { confirmersOf } from '../../../criteria/rules/register.ts';
import type { ApiError, OpenedSet, SetFileCheck } from '../../../electron/api.ts';
import { whoWorks } from '../../assessors/working.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { FailureNotice } from '../../frame/failure.tsx';
import { Part } from '../../frame/part.tsx';
import { sentence } from '../../frame/sentence.ts';
import { dateText } from '../../frame/time.ts';
import { paths } from '../../paths.ts';
import { setsChanged } from '../../program.ts';
import { mayHaveSaved } from '../../session/may-have-saved.ts';
import { localised, numberText } from '../../wording.ts';
import { useRoomCall } from '../room-call.ts';
import { SetDifferences } from './set-differences.tsx';
import classes from './set-files.module.css';

type Readable = Extract<SetFileCheck, { state: 'readable' }>;

interface ReadableFileProps {
  readonly file: string;
  readonly base64: string;
  readonly check: Readable;
  /** Looks at the file once more. */
  readonly onAgain: () => void;
  readonly onImported: (opened: OpenedSet) => void;
}

/** What is in the file, what would come of it here, and the button that takes it in. */
export function ReadableFile(props: ReadableFileProps) {
  const { file, check } = props;
  return (
    <div className={classes.stack}>
      <Facts file={file} check={check} />
      <Outlook {...props} />
      {check.comparedWith !== null && <SetDifferences check={check} comparedWith={check.comparedWith} />}
    </div>
  );
}

function Facts({ file, check }: { readonly file: string; readonly check: Readable }) {
  const { t } = useTranslation();
  const { set, rules, hash, sealed } = check;
  const confirmers = confirmersOf(set);
  return (
    <Part title={t('setFiles.facts.title')}>
      {set.fictional === true && <p>{t('setFiles.facts.fictional')}</p>}
      <dl className={classes.facts}>
        <dt>{t('setFiles.facts.file')}</dt>
        <dd>{file}</dd>
        <dt>{t('setFiles.facts.name')}</dt>
        <dd>
          <strong>{localised(set.title)}</strong>
        </dd>
        <dt>{t('setFiles.facts.legalBasis')}</dt>
        <dd>{localised(set.legalBasis)}</dd>
        <dt>{t('setFiles.facts.version')}</dt>
        <dd>{t('setFiles.facts.versionLine', { id: set.id, version: set.version })}</dd>
        <dt>{t('setFiles.facts.rules')}</dt>
        <dd>
          {t('setFiles.facts.rulesLine', {
            confirmed: numberText(rules.confirmed),
            total: numberText(rules.total),
          })}
        </dd>
        <dt>{t('setFiles.facts.confirmers')}</dt>
        <dd>
          {confirmers.length === 0
            ? t('setFiles.facts.nobody')
            : confirmers.map(({ by, rules: n, from, to }) => (
                <div key={by}>
                  {t(from === to ? 'setFiles.facts.confirmerOneDay' : 'setFiles.facts.confirmerLine', {
                    by,
                    n: numberText(n),
                    from: dateText(from),
                    to: dateText(to),
                  })}
                </div>
              ))}
        </dd>
        <dt>{t('setFiles.facts.hash')}</dt>
        <dd className={classes.code}>{hash}</dd>
        <dt>{t('setFiles.facts.origin')}</dt>
        <dd>{t(sealed ? 'setFiles.facts.sealed' : 'setFiles.facts.unsealed')}</dd>
      </dl>
    </Part>
  );
}

function Outlook({ base64, check, onAgain, onImported }: ReadableFileProps) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const { outlook, becomes, set } = check;
  async function take() {
    setBusy(true);
    setError(null);
    const reply = await call('criteria.import', { base64, by: whoWorks() });
    setBusy(false);
    if (!reply.ok) return setError(reply.error);
    await setsChanged();
    onImported(reply.value);
  }
  const uncertain = error !== null && mayHaveSaved.has(error.code);
  return (
    <Part title={t('setFiles.outlook.title')}>
      <p>{outlookText()}</p>
      {outlook === 'known' ? (
        <p>
          <Link href={paths.ruleSet(becomes)}>{t('setFiles.outlook.open')}</Link>
        </p>
      ) : (
        <>
          <p>{t('setFiles.outlook.after')}</p>
          <div className={classes.actions}>
            <BusyButton
              busy={busy}
              aria-label={t('setFiles.outlook.importOf', { ...becomes })}
              onClick={() => void take()}
            >
              {t(busy ? 'setFiles.outlook.busy' : 'setFiles.outlook.import')}
            </BusyButton>
            <span role="status" className="visually-hidden">
              {busy && t('setFiles.outlook.busy')}
            </span>
          </div>
        </>
      )}
      {error !== null && !uncertain && (
        <FailureNotice
          title={t('setFiles.outlook.refused')}
          message={error.message}
          onRetry={() => void take()}
        />
      )}
      {error !== null && uncertain && (
        <FailureNotice
          title={t('setFiles.outlook.unknown')}
          message={`${sentence(error.message)} ${t('setFiles.outlook.unknownWay')}`}
          onRetry={onAgain}
        />
      )}
    </Part>
  );

  function addedText(): string {
    const [confirmed, withdrawn] = [numberText(check.confirmations), numberText(check.withdrawals)];
    if (check.withdrawals === 0) return t('setFiles.outlook.confirmations', { n: confirmed });
    return check.confirmations === 0
      ? t('setFiles.outlook.withdrawals', { n: withdrawn })
      : t('setFiles.outlook.both', { n: confirmed, withdrawn });
  }

  function outlookText(): string {
    const { id, version } = set;
    switch (outlook) {
      case 'new':
        return t(check.comparedWith === null ? 'setFiles.outlook.newSet' : 'setFiles.outlook.newVersion', {
          id,
          version,
        });
      case 'known':
        return t('setFiles.outlook.known');
      case 'confirmations':
        return addedText();
      case 'taken':
        return t('setFiles.outlook.taken', { id, version, becomes: becomes.version });
    }
  }
}
