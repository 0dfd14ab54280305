import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { factOf } from '../../criteria/lookup.ts';
import type { Criterion, Indicator } from '../../criteria/schema.ts';
import type { IndicatorScore } from '../../criteria/score.ts';
import {
  calculationText,
  nextBandText,
  nextCheckText,
  numberText,
  pointsText,
  vi,
} from '../../criteria/wording.ts';
import { ProvisionalMark } from '../frame/marks.tsx';
import { useSessionState } from '../session/use-session.ts';
import { CheckField } from './check-field.tsx';
import { FigureField } from './figure-field.tsx';
import { NoteField } from './note-field.tsx';
import { RuleTable } from './rule-table.tsx';
import { criteriaUsing, factsOfIndicator } from './set-lookup.ts';
import classes from './walk.module.css';

interface IndicatorCardProps {
  readonly criterion: Criterion;
  readonly indicator: Indicator;
  readonly score: IndicatorScore;
  /** Facts that are asked above, for several indicators at once. */
  readonly askedAbove: readonly string[];
  readonly readOnly: boolean;
  readonly wantedAnswer: string | undefined;
}

/** One indicator: what it asks, by which rule, what that gives, and what more would be needed. */
export function IndicatorCard(props: IndicatorCardProps) {
  const { criterion, indicator, score, askedAbove, readOnly, wantedAnswer } = props;
  const { t } = useTranslation();
  const titleId = useId();
  const set = useSessionState(({ copy }) => copy.set);
  const unitClass = useSessionState(({ copy }) => copy.unitClass);
  const provisional = score.provisional || indicator.provenance.status === 'provisional';
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <header className={classes.cardHeader}>
        <h2 id={titleId}>
          {indicator.id}. {vi(indicator.text)}
        </h2>
        <p className={classes.cardPoints}>
          {provisional && <ProvisionalMark />} <strong>{pointsText(score)}</strong>
        </p>
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
                <FigureField
                  key={fact}
                  fact={factOf(set, fact)}
                  alsoUsedIn={criteriaUsing(set, fact).filter((id) => id !== criterion.id)}
                  readOnly={readOnly}
                  wanted={wantedAnswer === fact}
                />
              ),
            )
          )}
          <Result indicator={indicator} score={score} />
          <NoteField indicator={indicator.id} readOnly={readOnly} />
        </div>
        {indicator.kind === 'check' ? (
          <p className={classes.checkRule}>
            {t('walk.ruleCheck', { points: indicator.points })}{' '}
            {indicator.provenance.status === 'provisional' && <ProvisionalMark />}
          </p>
        ) : (
          <RuleTable
            indicator={indicator}
            unitClass={unitClass}
            matched={
              score.state === 'scored' && score.explanation.kind === 'ratio' ? score.explanation.band : null
            }
          />
        )}
      </div>
    </section>
  );
}

/** A figure that is typed above, repeated where it counts. */
function FigureAbove({ fact }: { readonly fact: string }) {
  const { t } = useTranslation();
  const label = useSessionState(({ copy }) => vi(factOf(copy.set, fact).label));
  const value = useSessionState(({ copy }) => (fact in copy.refused ? null : copy.answers[fact]));
  return (
    <p className={classes.above}>
      {t('walk.sharedAbove', {
        label,
        value: typeof value === 'number' ? numberText(value) : t('walk.notYet'),
      })}
    </p>
  );
}

function Result({ indicator, score }: { readonly indicator: Indicator; readonly score: IndicatorScore }) {
  const { t } = useTranslation();
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
  const refused = useSessionState(({ copy }) =>
    factsOfIndicator(indicator).some((fact) => fact in copy.refused),
  );
  if (score.state === 'unanswered') return <p>{t(refused ? 'walk.resultRefused' : 'walk.resultMissing')}</p>;
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
