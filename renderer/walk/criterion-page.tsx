import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { factOf } from '../../criteria/lookup.ts';
import { vi } from '../../criteria/wording.ts';
import { DeadEndInside } from '../frame/failure.tsx';
import { Mark, ProvisionalMark } from '../frame/marks.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { paths } from '../paths.ts';
import { isLocked } from '../session/assessment-session.ts';
import { useSessionState } from '../session/use-session.ts';
import { FigureField } from './figure-field.tsx';
import { IndicatorCard } from './indicator-card.tsx';
import { criteriaUsing, sharedFacts } from './set-lookup.ts';
import classes from './walk.module.css';

interface CriterionPageProps {
  readonly criterionId: string;
  /** The answer whose field the address leads to. */
  readonly answerId: string | undefined;
}

export function CriterionPage({ criterionId, answerId }: CriterionPageProps) {
  const { t } = useTranslation();
  const sharedTitle = useId();
  const assessment = useSessionState((state) => state.assessment);
  const readOnly = useSessionState(isLocked);
  const { set, scorecard } = useSessionState((state) => state.copy);
  const index = set.criteria.findIndex(({ id }) => id === criterionId);
  const criterion = set.criteria[index];
  const score = scorecard.criteria[index];
  if (criterion === undefined || score === undefined) {
    return (
      <DeadEndInside
        title={t('failure.noCriterionTitle')}
        message={t('failure.noCriterionText', { id: criterionId })}
        href={paths.assessment(assessment.id)}
        back={t('failure.backToAssessment')}
      />
    );
  }
  const shared = sharedFacts(criterion);
  const previous = set.criteria[index - 1];
  const next = set.criteria[index + 1];
  const points =
    score.points === null
      ? t('walk.pointsUnknown', { max: criterion.max })
      : t('walk.points', { points: score.points, max: criterion.max });
  return (
    <>
      <header className={classes.criterionHeader}>
        <div>
          <ScreenHeading
            title={t('walk.criterionTitle', { id: criterion.id, name: vi(criterion.name) })}
            focus={answerId === undefined}
          />
          <p className={classes.sector}>{t('walk.sector', { sector: vi(criterion.sector) })}</p>
        </div>
        <p className={classes.criterionPoints}>
          <strong>{points}</strong>
          {score.complete && score.points === 0 && <Mark tone="bad">{t('walk.atZero')}</Mark>}
          {score.provisional && <ProvisionalMark />}
        </p>
      </header>
      {shared.length > 0 && (
        <section className={classes.card} aria-labelledby={sharedTitle}>
          <h2 id={sharedTitle}>{t('walk.sharedFigures')}</h2>
          {shared.map((fact) => (
            <FigureField
              key={fact}
              fact={factOf(set, fact)}
              alsoUsedIn={criteriaUsing(set, fact).filter((id) => id !== criterion.id)}
              readOnly={readOnly}
              wanted={answerId === fact}
            />
          ))}
        </section>
      )}
      {criterion.indicators.map((indicator, position) => {
        const indicatorScore = score.indicators[position];
        return indicatorScore === undefined ? null : (
          <IndicatorCard
            key={indicator.id}
            criterion={criterion}
            indicator={indicator}
            score={indicatorScore}
            askedAbove={shared}
            readOnly={readOnly}
            wantedAnswer={answerId}
          />
        );
      })}
      <nav className={classes.steps} aria-label={t('walk.steps')}>
        {previous !== undefined && (
          <Button component={Link} href={paths.criterion(assessment.id, previous.id)} variant="default">
            {t('walk.previous')}
          </Button>
        )}
        {next === undefined ? (
          <Button component={Link} href={paths.check(assessment.id)}>
            {t('walk.toCheck')}
          </Button>
        ) : (
          <Button component={Link} href={paths.criterion(assessment.id, next.id)}>
            {t('walk.next')}
          </Button>
        )}
      </nav>
    </>
  );
}
