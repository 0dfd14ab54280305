import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { sizeText } from '../../criteria/evidence.ts';
import { largestSheet, type SheetCheck } from '../../electron/api.ts';
import { Announced } from '../frame/announced.tsx';
import { FailureNotice } from '../frame/failure.tsx';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { ImportOutcome } from './import-outcome.tsx';
import { ImportSection } from './import-section.tsx';
import { PaperCodeField } from './paper-code-field.tsx';
import { SheetDifferences } from './sheet-differences.tsx';
import { SheetFacts } from './sheet-facts.tsx';
import classes from './sheets.module.css';
import { type CheckedFile, check } from './sheets-store.ts';
import { VerdictShape } from './verdict-shape.tsx';

interface SheetResultProps {
  readonly file: CheckedFile;
  /** Whether it takes the focus as soon as it is there. */
  readonly announced: boolean;
}

/** What was found in one file, and what can be done with it. */
export function SheetResult({ file, announced }: SheetResultProps) {
  const { t } = useTranslation();
  const { key, sheet, checking, run } = file;
  if (checking === null) return <p role="status">{t('sheets.checking', { file: sheet.name })}</p>;
  return (
    <>
      {run !== null && run.outcome !== null && <ImportOutcome file={file} run={run} outcome={run.outcome} />}
      <Told announced={announced}>
        {checking.kind === 'checked' ? (
          <VerdictOf name={sheet.name} check={checking.check} />
        ) : (
          <FailureNotice
            title={t('sheets.failedTitle', { file: sheet.name })}
            message={
              checking.kind === 'failed'
                ? checking.message
                : checking.kind === 'unreadable'
                  ? t('sheets.unreadable')
                  : t('sheets.tooLarge', { size: sizeText(sheet.size), limit: sizeText(largestSheet) })
            }
            {...(checking.kind === 'failed' && { onRetry: () => void check(key, sheet) })}
          />
        )}
      </Told>
      {checking.kind === 'checked' && <Details file={file} check={checking.check} />}
    </>
  );
}

function Told({ announced, children }: { readonly announced: boolean; readonly children: ReactNode }) {
  return announced ? <Announced>{children}</Announced> : children;
}

function VerdictOf({ name, check }: { readonly name: string; readonly check: SheetCheck }) {
  const { t } = useTranslation();
  const { verdict } = check;
  return (
    <section className={classes.verdict} data-verdict={verdict}>
      <VerdictShape verdict={verdict} />
      <div>
        <p className={classes.fileName}>{name}</p>
        <h2>{t(`sheets.verdict.${verdict}`)}</h2>
        <p>{meaningOf(t, check)}</p>
        {(verdict === 'genuine' || verdict === 'altered') && (
          <p className={classes.proof}>{t('sheets.proof')}</p>
        )}
      </div>
    </section>
  );
}

function meaningOf(t: TFunction, check: SheetCheck): string {
  switch (check.verdict) {
    case 'not_ours':
      return sentence(check.message);
    case 'unchecked':
      return `${t('sheets.uncheckedMeaning')} ${sentence(check.message)}`;
    case 'genuine':
    case 'altered':
      return t(`sheets.meaning.${check.verdict}`);
  }
}

function Details({ file, check }: { readonly file: CheckedFile; readonly check: SheetCheck }) {
  const { t } = useTranslation();
  if (check.verdict === 'not_ours') return null;
  const { remarks, sheet } = check;
  return (
    <>
      {check.verdict === 'altered' && <SheetDifferences differences={check.differences} />}
      {remarks.length > 0 && (
        <Part title={t('sheets.remarks')}>
          <ul className={classes.remarks}>
            {remarks.map((remark) => (
              <li key={remark}>{sentence(remark)}</li>
            ))}
          </ul>
        </Part>
      )}
      {sheet !== null && (
        <div className={classes.sideBySide}>
          <Part
            title={t(check.verdict === 'genuine' ? 'sheets.summary.title' : 'sheets.summary.titleAttached')}
          >
            <SheetFacts sheet={sheet} />
          </Part>
          <Part title={t('sheets.paper.title')}>
            <PaperCodeField sha256={sheet.sha256} />
          </Part>
        </div>
      )}
      {'imports' in check && <ImportSection file={file} check={check} />}
    </>
  );
}
