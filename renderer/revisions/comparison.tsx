import { useTranslation } from 'react-i18next';
import type { Finalised } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import { DifferenceTable } from '../differences/difference-table.tsx';
import { type Content, differences } from '../differences/differences.ts';
import { PointsTable } from '../differences/points-table.tsx';
import { verdictText } from '../wording.ts';
import classes from './revisions.module.css';
import { hasSameRules, otherRulesText } from './set-text.ts';

interface ComparisonProps {
  readonly before: Finalised;
  /** That the state before was scored by; undefined where it is not on this machine. */
  readonly beforeSet: CriteriaSet | undefined;
  readonly after: {
    /** Over its column. */
    readonly title: string;
    readonly content: Content;
    readonly scorecard: Scorecard;
    readonly set: CriteriaSet;
  };
}

/** What differs between a finalised state and one after it: the rules, what was entered, the points, the verdict. */
export function Comparison({ before, beforeSet, after }: ComparisonProps) {
  const { t } = useTranslation();
  const { revision, scorecard } = before;
  const { set } = after;
  const found = differences(set, before, after.content, beforeSet);
  const titles = { now: t('revisions.revision', { revision }), offered: after.title };
  const criteria = new Set([...scorecard.criteria, ...after.scorecard.criteria].map(({ id }) => id));
  const pointsDiffer = [...criteria].some((id) => pointsIn(scorecard, id) !== pointsIn(after.scorecard, id));
  return (
    <section className={classes.comparison}>
      <h3>{t('revisions.compared', { revision })}</h3>
      {!hasSameRules(scorecard, after.scorecard) && (
        <p>{otherRulesText(t, before, { criteriaSet: after.scorecard.criteriaSet, set, beforeSet })}</p>
      )}
      {found.length === 0 ? (
        <p>{t('revisions.same')}</p>
      ) : (
        <DifferenceTable set={set} other={beforeSet} differences={found} {...titles} />
      )}
      {pointsDiffer ? (
        <PointsTable
          set={set}
          nowSet={beforeSet}
          now={scorecard}
          offered={after.scorecard}
          nowTitle={titles.now}
          offeredTitle={titles.offered}
          changedOnly
        />
      ) : (
        <p>{t('revisions.samePoints')}</p>
      )}
      {scorecard.verdict !== after.scorecard.verdict && (
        <p>
          {t('revisions.verdict', {
            from: verdictText(scorecard.verdict),
            to: verdictText(after.scorecard.verdict),
          })}
        </p>
      )}
    </section>
  );
}

/** Null for what is not answered, undefined where the rules have no such criterion. */
function pointsIn({ criteria }: Scorecard, id: string): number | null | undefined {
  return criteria.find((criterion) => criterion.id === id)?.points;
}
