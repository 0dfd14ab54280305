import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { factOf } from '../../criteria/lookup.ts';
import { criteriaAtZero } from '../../criteria/score.ts';
import { numberText, reasonText, vi } from '../../criteria/wording.ts';
import { DocumentButtons } from '../documents/document-buttons.tsx';
import frame from '../frame/frame.module.css';
import { ScreenHeading } from '../frame/screen.tsx';
import { paths } from '../paths.ts';
import { useSessionState } from '../session/use-session.ts';
import { longNotes, noteExcess } from '../session/working-copy.ts';
import { refusalText } from '../walk/refusal-text.ts';
import { criteriaUsing, criterionOf } from '../walk/set-lookup.ts';
import classes from './check.module.css';
import { FinaliseSection } from './finalise-section.tsx';
import { missingIndicators, provisionalParts } from './missing.ts';
import { VerdictReasons } from './verdict-reasons.tsx';

/** Everything that stands between the assessment and its closing, each with the way to it. */
export function CheckPage() {
  const { t } = useTranslation();
  const revision = useSessionState(({ assessment }) => assessment.revision);
  const readOnly = useSessionState((state) => state.readOnly !== null);
  return (
    <>
      <ScreenHeading title={t('check.title')} />
      <Part title={t('check.verdictTitle')}>
        <VerdictReasons />
      </Part>
      <RefusedFigures />
      <Part title={t('check.missingTitle')}>
        <Missing />
      </Part>
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
          </Part>
          <Part title={t('documents.title')}>
            <DocumentButtons key={revision} />
          </Part>
        </>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const titleId = useId();
  return (
    <section className={frame.part} aria-labelledby={titleId}>
      <h2 id={titleId}>{title}</h2>
      {children}
    </section>
  );
}

function Missing() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const { set, scorecard } = useSessionState(({ copy }) => copy);
  const missing = missingIndicators(set, scorecard);
  if (missing.length === 0) return <p>{t('check.missingNone')}</p>;
  return (
    <>
      <p>{t('check.missingIntro', { n: missing.length })}</p>
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
                      <Link href={paths.answer(id, criterion, fact.id)}>{vi(fact.label)}</Link>
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

function RefusedFigures() {
  const { t } = useTranslation();
  const id = useSessionState(({ assessment }) => assessment.id);
  const copy = useSessionState((state) => state.copy);
  const { set, refused, notes } = copy;
  const facts = Object.entries(refused);
  const long = longNotes(copy);
  if (facts.length + long.length === 0) return null;
  return (
    <Part title={t('check.refusedTitle')}>
      <ul className={classes.reasons}>
        {facts.map(([fact, refusal]) => (
          <li key={fact}>
            <Link href={paths.answer(id, criteriaUsing(set, fact)[0] ?? '', fact)}>
              {vi(factOf(set, fact).label)}
            </Link>
            : {refusalText(t, refusal)}
          </li>
        ))}
        {long.map((indicator) => (
          <li key={indicator}>
            <Link href={paths.criterion(id, criterionOf(set, indicator))}>
              {t('walk.note', { id: indicator })}
            </Link>
            : {t('walk.noteTooLong', { n: numberText(noteExcess(notes[indicator] ?? '')) })}
          </li>
        ))}
      </ul>
    </Part>
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
            legalBasis: vi(set.legalBasis),
            indicators: indicators.join(', '),
          })}
        </p>
      )}
      {maxima.length > 0 && <p>{t('check.provisionalMaximum', { criteria: maxima.join(', ') })}</p>}
    </>
  );
}
