import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Scorecard, score } from '../../criteria/score.ts';
import { shortCode } from '../../criteria/short-code.ts';
import { ProvisionalMark, VerdictMark } from '../frame/marks.tsx';
import { Part } from '../frame/part.tsx';
import { ScreenHeading } from '../frame/screen.tsx';
import { sentence } from '../frame/sentence.ts';
import { dateTimeText } from '../frame/time.ts';
import { paths } from '../paths.ts';
import { usePinnedSets } from '../session/pinned-sets.ts';
import { useSessionState } from '../session/use-session.ts';
import { numberText } from '../wording.ts';
import { Comparison } from './comparison.tsx';
import classes from './revisions.module.css';
import { type Revisions, revisionsOf } from './revisions.ts';
import { setText } from './set-text.ts';

type Revision = Revisions['finalised'][number];

/** Every finalised state of the assessment, what changed from one to the next, and why it was reopened. */
export function RevisionsPage() {
  const { t } = useTranslation();
  const assessment = useSessionState((state) => state.assessment);
  const copy = useSessionState((state) => state.copy);
  const { draft, finalised } = revisionsOf(assessment);
  const setOf = usePinnedSets(assessment.finalised.map(({ scorecard }) => scorecard.criteriaSet));
  return (
    <>
      <ScreenHeading title={t('revisions.title')} />
      <p>
        <Link href={paths.assessment(assessment.id)}>{t('revisions.toOverview')}</Link>
      </p>
      {finalised.length === 0 && <p>{t('revisions.none')}</p>}
      {draft !== null && (
        <Part title={t('revisions.draft')}>
          <Result scorecard={copy.scorecard} provisional={copy.scorecard.provisional} />
          <p>{t('revisions.by', { set: setText(t, copy.scorecard.criteriaSet, copy.set) })}</p>
          <Reopened reopened={draft.reopened} before={draft.before} />
          <Comparison
            before={draft.before}
            beforeSet={setOf(draft.before.scorecard.criteriaSet)}
            after={{
              title: t('revisions.draft'),
              content: copy,
              scorecard: copy.scorecard,
              set: copy.set,
            }}
          />
        </Part>
      )}
      {finalised.map((revision) => (
        <FinalisedPart key={revision.state.revision} {...revision} setOf={setOf} />
      ))}
    </>
  );
}

interface FinalisedPartProps extends Revision {
  readonly setOf: ReturnType<typeof usePinnedSets>;
}

function FinalisedPart({ state, before, reopened, setOf }: FinalisedPartProps) {
  const { t } = useTranslation();
  const own = useSessionState(({ copy }) => copy.set);
  const set = setOf(state.scorecard.criteriaSet);
  const title = t('revisions.revision', { revision: state.revision });
  const at = dateTimeText(state.at);
  const how = before === null ? 'at' : 'again';
  return (
    <Part title={title}>
      <Result scorecard={state.scorecard} provisional={isProvisional(state, set)} />
      <p>{t('revisions.by', { set: setText(t, state.scorecard.criteriaSet, set) })}</p>
      {before !== null && <Reopened reopened={reopened} before={before} />}
      <p>
        {state.by === null ? t(`revisions.${how}`, { at }) : t(`revisions.${how}By`, { at, by: state.by })}{' '}
        <span className={classes.code}>{t('revisions.code', { code: shortCode(state.sha256) })}</span>
      </p>
      {before === null ? (
        <p>{t('revisions.first')}</p>
      ) : (
        <Comparison
          before={before}
          beforeSet={setOf(before.scorecard.criteriaSet)}
          after={{ title, content: state, scorecard: state.scorecard, set: set ?? own }}
        />
      )}
    </Part>
  );
}

/** As the rules stand now: what was confirmed since is confirmed of every state that was scored by them. */
function isProvisional(
  { scorecard, answers }: Revision['state'],
  set: ReturnType<FinalisedPartProps['setOf']>,
): boolean {
  return set === undefined ? scorecard.provisional : score(set, scorecard.unitClass, answers).provisional;
}

interface ResultProps {
  readonly scorecard: Scorecard;
  readonly provisional: boolean;
}

function Result({ scorecard, provisional }: ResultProps) {
  const { t } = useTranslation();
  const { total, max, threshold, verdict } = scorecard;
  return (
    <p className={classes.result}>
      <strong>{t('points.ofMax', { points: numberText(total), max: numberText(max) })}</strong>
      <span className={classes.quiet}>{t('points.threshold', { threshold: numberText(threshold) })}</span>
      <VerdictMark verdict={verdict} />
      {provisional && <ProvisionalMark />}
    </p>
  );
}

interface ReopenedProps {
  readonly reopened: Revision['reopened'];
  /** What was opened again. */
  readonly before: NonNullable<Revision['before']>;
}

function Reopened({ reopened, before: { revision } }: ReopenedProps) {
  const { t } = useTranslation();
  if (reopened === null) return null;
  const at = dateTimeText(reopened.at);
  const { by } = reopened;
  const reason = reopened.reason === '' ? t('revisions.reasonUnknown') : reopened.reason;
  return (
    <p className={classes.written}>
      {sentence(
        by === null
          ? t('revisions.reopened', { revision, at, reason })
          : t('revisions.reopenedBy', { revision, at, by, reason }),
      )}
    </p>
  );
}
