import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../criteria/schema.ts';
import { DoubtNotice } from '../doubts/doubt-notice.tsx';
import { useDoubtAt } from '../doubts/use-doubts.ts';
import { useIsAttaching } from '../evidence/attempt-list.tsx';
import { EvidenceField } from '../evidence/evidence-field.tsx';
import { Folded } from '../frame/folded.tsx';
import { IndicatorHistory } from '../history/indicator-history.tsx';
import { useSessionState } from '../session/use-session.ts';
import { numberText } from '../wording.ts';
import classes from './criterion.module.css';
import { NoteField } from './note-field.tsx';
import { factsOfIndicator } from './set-lookup.ts';

interface IndicatorGroundsProps {
  readonly indicator: Indicator;
  readonly readOnly: boolean;
}

/**
 * On what an answer rests: note, evidence, history. Folded until it is wanted, so that it is one stop on the way from
 * figure to figure; open where it holds something, where a note is asked for or a file was dropped.
 */
export function IndicatorGrounds({ indicator, readOnly }: IndicatorGroundsProps) {
  const { t } = useTranslation();
  const { id } = indicator;
  const hasNote = useSessionState(({ copy }) => (copy.notes[id] ?? '') !== '');
  const evidence = useSessionState(({ copy }) => copy.evidence[id]?.length ?? 0);
  const doubt = useDoubtAt(id, factsOfIndicator(indicator));
  const asksForNote = doubt.text !== '' && !doubt.explained && !readOnly;
  const [open, setOpen] = useState(hasNote || evidence > 0 || asksForNote);
  const [asked, setAsked] = useState(asksForNote);
  if (asked !== asksForNote) {
    setAsked(asksForNote);
    if (asksForNote) setOpen(true);
  }
  useLayoutEffect(() => {
    if (asksForNote) keepFocusInSight();
  }, [asksForNote]);
  const attaching = useIsAttaching(id);
  const [attached, setAttached] = useState(attaching);
  if (attached !== attaching) {
    setAttached(attaching);
    if (attaching) setOpen(true);
  }
  const held = [
    ...(hasNote ? [t('criterion.hasNote')] : []),
    ...(evidence > 0 ? [t('criterion.hasEvidence', { n: numberText(evidence) })] : []),
  ].join(', ');
  return (
    <>
      <DoubtNotice doubt={doubt} asks={!readOnly} />
      <Folded
        open={open}
        onOpen={setOpen}
        className={classes.grounds}
        summary={
          <>
            {t('criterion.grounds')}
            <span className="visually-hidden"> {t('criterion.groundsOf', { id })}</span>
            {held !== '' && <span> {t('criterion.groundsHeld', { held })}</span>}
          </>
        }
      >
        <div className={classes.groundsBody}>
          <NoteField indicator={id} readOnly={readOnly} />
          <EvidenceField indicator={id} readOnly={readOnly} />
          <IndicatorHistory indicator={indicator} />
        </div>
      </Folded>
    </>
  );
}

/** What unfolds above the field in use would push it out of sight. */
function keepFocusInSight(): void {
  const inUse = document.activeElement;
  if (inUse !== document.body) inUse?.scrollIntoView({ block: 'nearest' });
}
