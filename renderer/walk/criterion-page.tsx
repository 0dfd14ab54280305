import { Button } from '@mantine/core';
import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Criterion } from '../../criteria/schema.ts';
import { BroughtHere } from '../brought/brought-here.tsx';
import { DeadEndInside } from '../frame/failure.tsx';
import { Mark, ProvisionalMark } from '../frame/marks.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { paths } from '../paths.ts';
import { isLocked } from '../session/assessment-session.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised } from '../wording.ts';
import { AskedFigure } from './asked-figure.tsx';
import classes from './criterion.module.css';
import { asksToGoOn, goOn } from './go-on.ts';
import { IndicatorCard } from './indicator-card.tsx';
import { sharedFacts } from './set-lookup.ts';
import walk from './walk.module.css';

interface CriterionPageProps {
  readonly criterionId: string;
  /** The answer whose field the address leads to. */
  readonly answerId: string | undefined;
}

/** From the heading, which has the focus when one arrives, Enter leads to the first field. */
function onHeading(heading: HTMLElement | null): (() => void) | undefined {
  if (heading === null) return undefined;
  const press = (event: KeyboardEvent) => {
    if (asksToGoOn(event)) goOn(heading);
  };
  heading.addEventListener('keydown', press);
  return () => heading.removeEventListener('keydown', press);
}

// NOTE: nothing here changes with a key press; each part asks for what it shows.
export function CriterionPage({ criterionId, answerId }: CriterionPageProps) {
  const { t } = useTranslation();
  const sharedTitle = useId();
  const id = useSessionState(({ assessment }) => assessment.id);
  const readOnly = useSessionState(isLocked);
  const set = useSessionState(({ copy }) => copy.set);
  const index = set.criteria.findIndex((candidate) => candidate.id === criterionId);
  const criterion = set.criteria[index];
  const shared = useMemo(() => (criterion === undefined ? [] : sharedFacts(criterion)), [criterion]);
  if (criterion === undefined) {
    return (
      <DeadEndInside
        title={t('failure.noCriterionTitle')}
        message={t('failure.noCriterionText', { id: criterionId })}
        href={paths.assessment(id)}
        back={t('failure.backToAssessment')}
      />
    );
  }
  return (
    <>
      <header className={classes.header}>
        <div ref={onHeading}>
          <ScreenHeading title={t('keys.ofCriterion', { id: criterion.id })} focus={answerId === undefined}>
            {t('walk.criterionTitle', { id: criterion.id, name: localised(criterion.name) })}
          </ScreenHeading>
          <p className={classes.sector}>{t('walk.sector', { sector: localised(criterion.sector) })}</p>
        </div>
        <CriterionPoints criterion={criterion} index={index} />
      </header>
      {!readOnly && <BroughtHere criterion={criterion} />}
      {shared.length > 0 && (
        <section className={walk.card} aria-labelledby={sharedTitle}>
          <h2 id={sharedTitle}>{t('walk.sharedFigures')}</h2>
          {shared.map((fact) => (
            <AskedFigure
              key={fact}
              fact={fact}
              criterion={criterion.id}
              readOnly={readOnly}
              wanted={answerId === fact}
            />
          ))}
        </section>
      )}
      {criterion.indicators.map((indicator, position) => (
        <IndicatorCard
          key={indicator.id}
          criterion={criterion}
          place={index}
          position={position}
          indicator={indicator}
          askedAbove={shared}
          readOnly={readOnly}
          wantedAnswer={answerId}
        />
      ))}
      <Steps id={id} previous={set.criteria[index - 1]} next={set.criteria[index + 1]} />
    </>
  );
}

function CriterionPoints({ criterion, index }: { readonly criterion: Criterion; readonly index: number }) {
  const { t } = useTranslation();
  const points = useSessionState(({ copy }) => copy.scorecard.criteria[index]?.points ?? null);
  const complete = useSessionState(({ copy }) => copy.scorecard.criteria[index]?.complete ?? false);
  const provisional = useSessionState(({ copy }) => copy.scorecard.criteria[index]?.provisional ?? false);
  return (
    <p className={classes.points}>
      <strong>
        {points === null
          ? t('walk.pointsUnknown', { max: criterion.max })
          : t('walk.points', { points, max: criterion.max })}
      </strong>
      {complete && points === 0 && <Mark tone="bad">{t('walk.atZero')}</Mark>}
      {provisional && <ProvisionalMark />}
    </p>
  );
}

interface StepsProps {
  /** Of the assessment. */
  readonly id: string;
  readonly previous: Criterion | undefined;
  readonly next: Criterion | undefined;
}

function Steps({ id, previous, next }: StepsProps) {
  const { t } = useTranslation();
  return (
    <nav className={classes.steps} aria-label={t('walk.steps')}>
      {previous !== undefined && (
        <Button component={Link} href={paths.criterion(id, previous.id)} variant="default">
          {t('walk.previous')}
        </Button>
      )}
      <Button
        component={Link}
        href={next === undefined ? paths.check(id) : paths.criterion(id, next.id)}
        data-onward
      >
        {t(next === undefined ? 'walk.toCheck' : 'walk.next')}
      </Button>
    </nav>
  );
}
