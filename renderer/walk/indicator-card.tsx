import { memo, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { factOf } from '../../criteria/lookup.ts';
import type { Criterion, Indicator } from '../../criteria/schema.ts';
import type { IndicatorScore } from '../../criteria/score.ts';
import { useBrought } from '../brought/use-brought.ts';
import { useFileDrop } from '../evidence/use-file-drop.ts';
import { ProvisionalMark } from '../frame/marks.tsx';
import { useSessionState } from '../session/use-session.ts';
import {
  calculationText,
  localised,
  nextBandText,
  nextCheckText,
  numberText,
  pointsText,
} from '../wording.ts';
import { AskedFigure } from './asked-figure.tsx';
import { CheckField } from './check-field.tsx';
import classes from './criterion.module.css';
import { IndicatorGrounds } from './indicator-grounds.tsx';
import { RuleTable } from './rule-table.tsx';
import { factsOfIndicator } from './set-lookup.ts';
import { useIndicatorScore } from './use-score.ts';
import walk from './walk.module.css';

interface IndicatorCardProps {
  readonly criterion: Criterion;
  /** Where the criterion stands in the set. */
  readonly place: number;
  /** Where the indicator stands in its criterion. */
  readonly position: number;
  readonly indicator: Indicator;
  /** Facts that are asked above, for several indicators at once. */
  readonly askedAbove: readonly string[];
  readonly readOnly: boolean;
  readonly wantedAnswer: string | undefined;
}

/**
 * One indicator: what it asks, by which rule, what that gives, and what more would be needed. Its parts ask for the score
 * themselves, so that a key press renders those that it changes and not the fields.
 */
export const IndicatorCard = memo(function IndicatorCard(props: IndicatorCardProps) {
  const { criterion, place, position, indicator, askedAbove, readOnly, wantedAnswer } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const unitClass = useSessionState(({ copy }) => copy.unitClass);
  const drop = useFileDrop(indicator.id, readOnly);
  return (
    <section className={walk.card} aria-labelledby={titleId} {...drop}>
      <header className={classes.cardHeader}>
        <h2 id={titleId}>
          {indicator.id}. {localised(indicator.text)}
        </h2>
        <CardPoints indicator={indicator} place={place} position={position} />
      </header>
      <div className={classes.cardBody}>
        <div className={classes.inputs}>
          {indicator.kind === 'check' ? (
            <CheckField
              check={indicator}
              labelledBy={titleId}
              readOnly={readOnly}
              wanted={wantedAnswer === indicator.id}
            />
          ) : (
            factsOfIndicator(indicator).map((fact) =>
              askedAbove.includes(fact) ? (
                <FigureAbove key={fact} fact={fact} />
              ) : (
                <AskedFigure
                  key={fact}
                  fact={fact}
                  criterion={criterion.id}
                  readOnly={readOnly}
                  wanted={wantedAnswer === fact}
                />
              ),
            )
          )}
          <Result indicator={indicator} place={place} position={position} />
          <IndicatorGrounds indicator={indicator} readOnly={readOnly} />
        </div>
        {indicator.kind === 'check' ? (
          <p className={classes.checkRule}>
            {t('walk.ruleCheck', { points: indicator.points })}{' '}
            {indicator.provenance.status === 'provisional' && <ProvisionalMark />}
          </p>
        ) : (
          <RuleTable indicator={indicator} unitClass={unitClass} place={place} position={position} />
        )}
      </div>
    </section>
  );
});

/** A figure that is typed above, repeated where it counts. */
function FigureAbove({ fact }: { readonly fact: string }) {
  const { t } = useTranslation();
  const set = useSessionState(({ copy }) => copy.set);
  const value = useSessionState(({ copy }) => (fact in copy.refused ? null : copy.answers[fact]));
  const brought = useBrought(fact);
  return (
    <p className={classes.above}>
      {t('walk.sharedAbove', {
        label: localised(factOf(set, fact).label),
        value:
          typeof value === 'number'
            ? numberText(value)
            : t(brought === undefined ? 'walk.notYet' : 'brought.mark'),
      })}
    </p>
  );
}

interface ScoredProps {
  readonly indicator: Indicator;
  readonly place: number;
  readonly position: number;
}

function CardPoints({ indicator, place, position }: ScoredProps) {
  const { t } = useTranslation();
  const score = useIndicatorScore(place, position);
  if (score === undefined) return null;
  const unanswered = indicator.kind === 'check' && score.state === 'unanswered';
  return (
    <p className={classes.cardPoints}>
      {(score.provisional || indicator.provenance.status === 'provisional') && <ProvisionalMark />}{' '}
      <strong>{unanswered ? t('history.unanswered') : pointsText(score)}</strong>
    </p>
  );
}

function Result({ indicator, place, position }: ScoredProps) {
  const { t } = useTranslation();
  const score = useIndicatorScore(place, position);
  if (score === undefined) return null;
  return (
    <section className={classes.result} aria-label={t('walk.result', { id: indicator.id })}>
      <ResultLines indicator={indicator} score={score} />
    </section>
  );
}

function ResultLines({
  indicator,
  score,
}: {
  readonly indicator: Indicator;
  readonly score: IndicatorScore;
}) {
  const { t } = useTranslation();
  const set = useSessionState(({ copy }) => copy.set);
  const why = useSessionState(({ copy }) => {
    const asked = indicator.kind === 'check' ? [indicator.id] : factsOfIndicator(indicator);
    if (asked.some((id) => id in copy.refused)) return 'walk.resultRefused';
    const waits = asked.some((id) => id in copy.unconfirmed);
    if (indicator.kind === 'check') return waits ? 'brought.resultCheck' : 'walk.resultUnanswered';
    return waits ? 'brought.result' : 'walk.resultMissing';
  });
  if (score.state === 'unanswered') return <p>{t(why)}</p>;
  const { explanation } = score;
  if (explanation.kind === 'check' || indicator.kind === 'check') {
    return (
      <>
        <p>
          {t(score.points > 0 ? 'walk.checkYes' : 'walk.checkNo')} <strong>{pointsText(score)}</strong>
        </p>
        {explanation.kind === 'check' && explanation.next !== null && (
          <p className={classes.nextBand}>{nextCheckText(explanation.next)}</p>
        )}
      </>
    );
  }
  return (
    <>
      <p>
        {calculationText(indicator, explanation)}: <strong>{pointsText(score)}</strong>
      </p>
      {explanation.next !== null && (
        <p className={classes.nextBand}>
          {nextBandText(indicator, explanation.next, factOf(set, indicator.numerator), explanation.numerator)}
        </p>
      )}
    </>
  );
}
