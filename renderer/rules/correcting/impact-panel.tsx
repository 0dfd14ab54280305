import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Effect, ImpactLine, Outcome } from '../../../criteria/rules/impact.ts';
import { Mark, StatusMark, VerdictMark } from '../../frame/marks.tsx';
import { paged } from '../../frame/paged.ts';
import { Pages } from '../../frame/pages.tsx';
import { sentence } from '../../frame/sentence.ts';
import { paths } from '../../paths.ts';
import { numberText } from '../../wording.ts';
import { useIsTour } from '../room-call.ts';
import classes from './correcting.module.css';
import { affected, impactText } from './impact-words.ts';
import type { ShownImpact } from './use-impact.ts';

interface ImpactPanelProps extends ShownImpact {
  /** Whether the set has faults, so that this is not yet what it will do. */
  readonly unfinished: boolean;
}

/** Who gains, who loses and whose verdict flips, while it can still be thought over. */
export function ImpactPanel({ impact, stale, error, unfinished }: ImpactPanelProps) {
  const { t } = useTranslation();
  const lines = impact === null ? [] : affected(impact.lines);
  return (
    <div className={classes.impact} aria-busy={stale}>
      <p role="status">
        {impact === null
          ? error === null && t('correcting.impact.loading')
          : sentence(impactText(t, impact.lines))}
      </p>
      {error !== null && (
        <p role="alert">{t('correcting.impact.failed', { message: sentence(error.message) })}</p>
      )}
      {unfinished && impact !== null && <p className={classes.quiet}>{t('correcting.impact.unfinished')}</p>}
      {lines.length > 0 && <ImpactTable lines={lines} />}
      {lines.some(({ status }) => status === 'final') && (
        <p className={classes.quiet}>{t('correcting.impact.finals')}</p>
      )}
      {impact !== null && impact.unknown.length > 0 && (
        <p>{t('correcting.impact.unknown', { names: impact.unknown.join('; ') })}</p>
      )}
    </div>
  );
}

const pageSize = 25;

function ImpactTable({ lines }: { readonly lines: readonly ImpactLine[] }) {
  const { t } = useTranslation();
  const tour = useIsTour();
  const nameOf = ({ unit, year }: ImpactLine) => t('walk.title', { unit: unit.name, year });
  const [page, setPage] = useState(1);
  const part = paged(lines, page, pageSize);
  const pages = <Pages label={t('correcting.impact.title')} paged={part} onPage={setPage} />;
  return (
    <>
      {pages}
      <div className={classes.scroll}>
        <table className={classes.lines}>
          <caption className="visually-hidden">{t('correcting.impact.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('correcting.impact.unit')}</th>
              <th scope="col">{t('correcting.impact.effect')}</th>
              <th scope="col">{t('correcting.impact.verdict')}</th>
            </tr>
          </thead>
          <tbody>
            {part.items.map((line) => (
              <tr key={line.id}>
                <th scope="row">
                  {tour ? nameOf(line) : <Link href={paths.assessment(line.id)}>{nameOf(line)}</Link>}{' '}
                  <StatusMark status={line.status} />
                </th>
                <td>
                  <Mark tone={tones[line.effect]}>{t(`correcting.impact.is.${line.effect}`)}</Mark>{' '}
                  <span className={classes.figures}>
                    <Totals before={line.before} after={line.after} />
                  </span>
                </td>
                <td>
                  <Verdicts before={line.before} after={line.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const tones = {
  flips: 'provisional',
  gains: 'good',
  loses: 'bad',
  same: 'quiet',
  impossible: 'wait',
} as const satisfies Record<Effect, string>;

interface BeforeAfter {
  readonly before: Outcome;
  readonly after: Outcome | null;
}

function Totals({ before, after }: BeforeAfter) {
  const { t } = useTranslation();
  const was = numberText(before.total);
  if (after === null) return was;
  return t('correcting.impact.change', { before: was, after: numberText(after.total) });
}

function Verdicts({ before, after }: BeforeAfter) {
  if (after === null || after.verdict === before.verdict) return <VerdictMark verdict={before.verdict} />;
  return (
    <>
      <VerdictMark verdict={before.verdict} /> → <VerdictMark verdict={after.verdict} />
    </>
  );
}
