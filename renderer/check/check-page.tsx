import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { criteriaAtZero } from '../../criteria/score.ts';
import { DocumentButtons } from '../documents/document-buttons.tsx';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { NeedsPart } from '../needs/needs-part.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { localised, reasonText } from '../wording.ts';
import classes from './check.module.css';
import { Doubts } from './doubts.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { FinaliseSection } from './finalise-section.tsx';
import { missingIndicators, provisionalParts } from './missing.ts';
import { RefusedFigures } from './refused-figures.tsx';
import { Unconfirmed } from './unconfirmed.tsx';
import { VerdictReasons } from './verdict-reasons.tsx';

/** Everything that stands between the assessment and its closing, each with the way to it. */
export function CheckPage() {
  const { t } = useTranslation();
  const { id, revision, finalised } = useSessionState(({ assessment }) => assessment);
  const readOnly = useSessionState((state) => state.readOnly !== null);
  return (
    <>
      <ScreenHeading title={t('check.title')} />
      <Part title={t('check.verdictTitle')}>
        <VerdictReasons />
      </Part>
      <NeedsPart />
      <RefusedFigures />
      <Part title={t('check.missingTitle')}>
        <Missing />
      </Part>
      <Unconfirmed />
      <Doubts />
      <EvidencePart />
      <Part title={t('check.zeroTitle')}>
        <CriteriaAtZero />
      </Part>
      <Part title={t('check.provisionalTitle')}>
        <ProvisionalRules />
      </Part>
      {!readOnly && (
        <>
          <Part title={t('check.finaliseTitle')}>
            <FinaliseSection />
            {finalised.length > 0 && (
              <p>
                <Link href={paths.revisions(id)}>{t('revisions.link')}</Link>
              </p>
            )}
          </Part>
          <Part title={t('documents.title')}>
            <DocumentButtons key={revision} />
          </Part>
        </>
      )}
    </>
  );
}

function Missing() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const { set, scorecard, unconfirmed } = useSessionState(({ copy }) => copy);
  const missing = missingIndicators(set, scorecard, unconfirmed);
  const unanswered = scorecard.criteria.flatMap(({ indicators }) =>
    indicators.filter(({ state }) => state === 'unanswered'),
  );
  const waiting = unanswered.length - missing.length;
  if (missing.length === 0)
    return <p>{t(scorecard.complete ? 'check.missingNone' : 'tasks.check.missingOnlyUnconfirmed')}</p>;
  return (
    <>
      <p>
        {waiting > 0
          ? t('check.missingAndWaiting', { n: missing.length, waiting })
          : t('check.missingIntro', { n: missing.length })}
      </p>
      <ul className={classes.missing}>
        {missing.map(({ criterion, indicator, title, facts }) => (
          <li key={indicator}>
            {facts.length === 0 ? (
              <Link href={paths.answer(id, criterion, indicator)}>{title}</Link>
            ) : (
              <>
                {title}
                <ul>
                  {facts.map((fact) => (
                    <li key={fact.id}>
                      <Link href={paths.answer(id, criterion, fact.id)}>{localised(fact.label)}</Link>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function CriteriaAtZero() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const { set, scorecard } = useSessionState(({ copy }) => copy);
  const zero = criteriaAtZero(scorecard.criteria);
  if (zero.length === 0) return <p>{t('check.zeroNone')}</p>;
  return (
    <>
      {set.recognition.everyCriterionAboveZero && <p>{t('check.zeroText')}</p>}
      <ul className={classes.reasons}>
        {zero.map(({ id: criterion }) => (
          <li key={criterion}>
            <Link href={paths.criterion(id, criterion)}>
              {reasonText(set, { code: 'criterion_at_zero', criterion })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function ProvisionalRules() {
  const { t } = useTranslation();
  const { set, scorecard } = useSessionState(({ copy }) => copy);
  const { indicators, maxima } = provisionalParts(set, scorecard);
  if (indicators.length + maxima.length === 0) return <p>{t('check.provisionalNone')}</p>;
  return (
    <>
      {indicators.length > 0 && (
        <p>
          {t('check.provisionalText', {
            n: indicators.length,
            legalBasis: localised(set.legalBasis),
            indicators: indicators.join(', '),
          })}
        </p>
      )}
      {maxima.length > 0 && (
        <p>{t('check.provisionalMaximum', { count: maxima.length, criteria: maxima.join(', ') })}</p>
      )}
    </>
  );
}
