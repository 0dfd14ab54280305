import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../criteria/assessment.ts';
import type { Indicator } from '../../criteria/schema.ts';
import { Folded } from '../frame/folded.tsx';
import { exactTimeText } from '../frame/time.ts';
import { useSessionState } from '../session/use-session.ts';
import { numberText } from '../wording.ts';
import { changeText } from './change-text.ts';
import classes from './history.module.css';

/** Shown at first; who wants more asks for all. */
const firstShown = 10;

/** Who changed what at one indicator, from what to what and when, the latest first. Nothing where nothing changed. */
export function IndicatorHistory({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const history = useSessionState((state) => state.history);
  const [open, setOpen] = useState(false);
  const [all, setAll] = useState(false);
  const entries = useMemo(
    () => history.filter(({ change }) => concerns(indicator, change)).reverse(),
    [history, indicator],
  );
  if (entries.length === 0) return null;
  const shown = all ? entries : entries.slice(0, firstShown);
  return (
    <Folded
      open={open}
      onOpen={setOpen}
      className={classes.summary}
      summary={
        <>
          {t('history.title')}
          <span className="visually-hidden"> {t('history.titleOf', { id: indicator.id })}</span> (
          {t('history.count', { n: numberText(entries.length) })})
        </>
      }
    >
      <ol className={classes.entries}>
        {shown.map((entry) => (
          <Entry key={`${entry.at} ${entry.change.kind} ${entry.change.of}`} entry={entry} />
        ))}
      </ol>
      {shown.length < entries.length && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('history.older', { n: numberText(entries.length - shown.length) })}
        </Button>
      )}
    </Folded>
  );
}

function concerns(indicator: Indicator, { kind, of }: HistoryEntry['change']): boolean {
  if (kind === 'note' || kind === 'evidence' || indicator.kind === 'check') return of === indicator.id;
  return of === indicator.numerator || of === indicator.denominator;
}

function Entry({ entry: { at, by, change } }: { readonly entry: HistoryEntry }) {
  const { t } = useTranslation();
  const set = useSessionState(({ copy }) => copy.set);
  const values = { at: exactTimeText(at), change: changeText(t, set, change) };
  return (
    <li>
      {by === null ? t('history.lineOfNobody', values) : t('history.line', { ...values, by })}
      {change.kind === 'note' && (
        <details>
          <summary className={classes.summary}>{t('history.noteText')}</summary>
          <p className={classes.note}>
            {t('history.noteBefore', { text: change.from || t('history.noteEmpty') })}
          </p>
          <p className={classes.note}>
            {t('history.noteAfter', { text: change.to || t('history.noteEmpty') })}
          </p>
        </details>
      )}
    </li>
  );
}
