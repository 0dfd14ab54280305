import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type ImprovementSet, improvementsNeeded } from '../../criteria/improvements.ts';
import { ProvisionalMark } from '../frame/marks.tsx';
import { Part } from '../frame/part.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised, numberText } from '../wording.ts';
import classes from './needs.module.css';
import { type Aim, type Step, stepsOf } from './steps.ts';

/** What would make an ineligible unit eligible, the smallest ways first. Nothing for any other. */
export function NeedsPart() {
  const { t } = useTranslation();
  const { set, unitClass, answers, scorecard } = useSessionState(({ copy }) => copy);
  const ineligible = scorecard.verdict === 'ineligible';
  const needs = useMemo(
    () => (ineligible ? improvementsNeeded(set, unitClass, answers) : null),
    [ineligible, set, unitClass, answers],
  );
  if (needs === null) return null;
  switch (needs.kind) {
    case 'eligible':
    case 'incomplete':
      return null;
    case 'impossible':
      return (
        <Part title={t('needs.title')}>
          <p>
            {t('needs.impossible')}{' '}
            {needs.stuck.length > 0 &&
              t('needs.stuck', { count: needs.stuck.length, criteria: needs.stuck.join(', ') })}{' '}
            {needs.short > 0 && t('needs.short', { short: numberText(needs.short) })}
          </p>
          <p className={classes.quiet}>{t('needs.meaning')}</p>
        </Part>
      );
    case 'possible': {
      const [first, ...others] = needs.sets;
      return (
        <Part title={t('needs.title')}>
          {first !== undefined && <Way number={others.length === 0 ? null : 1} way={first} />}
          {others.length > 0 && (
            <details className={classes.others}>
              <summary>{t('needs.others', { n: others.length })}</summary>
              {others.map((way, index) => (
                <Way key={keyOf(way)} number={index + 2} way={way} />
              ))}
            </details>
          )}
          <p className={classes.quiet}>{t('needs.meaning')}</p>
        </Part>
      );
    }
  }
}

function keyOf({ improvements }: ImprovementSet): string {
  return improvements.map(({ indicator }) => indicator).join(' ');
}

function Way({ number, way }: { readonly number: number | null; readonly way: ImprovementSet }) {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const { set, unitClass, answers } = useSessionState(({ copy }) => copy);
  return (
    <div className={classes.way}>
      <p>
        {t(number === null ? 'needs.onlyWay' : 'needs.way', {
          n: number ?? '',
          gain: numberText(way.gain),
          total: numberText(way.total),
        })}
      </p>
      <ul>
        {stepsOf(set, unitClass, answers, way.improvements).map((step) => (
          <li key={step.indicator.id}>
            <Link href={paths.answer(id, step.improvement.criterion, step.answer)}>
              {t('tasks.numbered', { id: step.indicator.id, name: localised(step.indicator.text) })}
            </Link>{' '}
            <StepWords step={step} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function StepWords({ step: { improvement, aim, provisional } }: { readonly step: Step }) {
  const { t } = useTranslation();
  return (
    <span className={classes.step}>
      <strong>{aimText(t, aim)}</strong>,{' '}
      {t('needs.points', { from: numberText(improvement.from), to: numberText(improvement.to) })}{' '}
      {provisional && <ProvisionalMark />}
    </span>
  );
}

function aimText(t: TFunction, aim: Aim): string {
  switch (aim.kind) {
    case 'yes':
      return t('needs.yes');
    case 'more':
      return t('needs.more', {
        change: numberText(aim.change),
        noun: localised(aim.fact.noun),
        target: numberText(aim.target),
      });
    case 'at_most':
      return t(aim.target === 0 ? 'needs.no' : 'needs.atMost', {
        target: numberText(aim.target),
        noun: localised(aim.fact.noun),
      });
  }
}
