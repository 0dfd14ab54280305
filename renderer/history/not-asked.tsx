import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LogEntry } from '../../criteria/assessment.ts';
import type { Change } from '../../criteria/change.ts';
import { hasIndicator } from '../../criteria/lookup.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { Folded } from '../frame/folded.tsx';
import { paged } from '../frame/paged.ts';
import { Pages } from '../frame/pages.tsx';
import { Part } from '../frame/part.tsx';
import { usePinnedSets } from '../session/pinned-sets.ts';
import { useSessionState } from '../session/use-session.ts';
import { numberText } from '../wording.ts';
import classes from './history.module.css';
import { HistoryLine } from './history-line.tsx';

const pageSize = 30;

/** The changes of what the present rules do not ask, in the words of those that did. Nothing where there are none. */
export function NotAsked() {
  const { t } = useTranslation();
  const set = useSessionState(({ copy }) => copy.set);
  const log = useSessionState(({ assessment }) => assessment.log);
  const history = useSessionState((state) => state.history);
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(1);
  const pins = log.filter((entry): entry is Moved => entry.event === 'moved').map(({ from }) => from);
  const setOf = usePinnedSets(pins);
  const entries = history.filter(({ change }) => !isAsked(set, change)).reverse();
  if (entries.length === 0) return null;
  const earlier = pins.flatMap((pin) => setOf(pin) ?? []).reverse();
  const part = paged(entries, wanted, pageSize);
  return (
    <Part title={t('history.notAsked.title')}>
      <p>{t('history.notAsked.text')}</p>
      <Folded
        open={open}
        onOpen={setOpen}
        className={classes.summary}
        summary={t('history.notAsked.show', { n: numberText(entries.length) })}
      >
        <ol className={classes.entries}>
          {part.items.map((entry) => (
            <HistoryLine
              key={`${entry.at} ${entry.change.kind} ${entry.change.of}`}
              entry={entry}
              set={earlier.find((one) => isAsked(one, entry.change)) ?? set}
            />
          ))}
        </ol>
        <Pages label={t('history.notAsked.title')} paged={part} onPage={setWanted} />
      </Folded>
    </Part>
  );
}

type Moved = Extract<LogEntry, { event: 'moved' }>;

function isAsked(set: CriteriaSet, { of }: Pick<Change, 'of'>): boolean {
  return hasIndicator(set, of) || set.facts.some(({ id }) => id === of);
}
