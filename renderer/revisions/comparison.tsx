import { useTranslation } from 'react-i18next';
import type { Finalised } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import { DifferenceTable } from '../differences/difference-table.tsx';
import { type Content, differences } from '../differences/differences.ts';
import { PointsTable } from '../differences/points-table.tsx';
import { verdictText } from '../wording.ts';
import classes from './revisions.module.css';

interface ComparisonProps {
  readonly set: CriteriaSet;
  readonly before: Finalised;
  readonly after: {
    /** Over its column. */
    readonly title: string;
    readonly content: Content;
    readonly scorecard: Scorecard;
  };
}

/** What differs between a finalised state and one after it: what was entered, the points, the verdict. */
export function Comparison({ set, before, after }: ComparisonProps) {
  const { t } = useTranslation();
  const { revision, scorecard } = before;
  const found = differences(set, before, after.content);
  const titles = { now: t('revisions.revision', { revision }), offered: after.title };
  const pointsDiffer = scorecard.criteria.some(
    ({ points }, index) => points !== after.scorecard.criteria[index]?.points,
  );
  return (
    <section className={classes.comparison}>
      <h3>{t('revisions.compared', { revision })}</h3>
      {found.length === 0 ? (
        <p>{t('revisions.same')}</p>
      ) : (
        <DifferenceTable set={set} differences={found} {...titles} />
      )}
      {pointsDiffer ? (
        <PointsTable
          set={set}
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
