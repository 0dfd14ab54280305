import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../criteria/assessment.ts';
import type { Indicator } from '../../criteria/schema.ts';
import { Folded } from '../frame/folded.tsx';
import { useSessionState } from '../session/use-session.ts';
import { numberText } from '../wording.ts';
import classes from './history.module.css';
import { HistoryLine } from './history-line.tsx';

/** Shown at first; who wants more asks for all. */
const firstShown = 10;

/** Who changed what at one indicator, from what to what and when, the latest first. Nothing where nothing changed. */
export function IndicatorHistory({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const history = useSessionState((state) => state.history);
  const set = useSessionState(({ copy }) => copy.set);
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
          <HistoryLine key={`${entry.at} ${entry.change.kind} ${entry.change.of}`} entry={entry} set={set} />
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
