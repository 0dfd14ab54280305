import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet, Criterion } from '../../criteria/schema.ts';
import type { Scorecard } from '../../criteria/score.ts';
import { Mark } from '../frame/marks.tsx';
import { localised, numberText } from '../wording.ts';
import classes from './differences.module.css';

interface PointsTableProps {
  /** That the offered state is scored by. */
  readonly set: CriteriaSet;
  /** That the first state is scored by, where it is another one. */
  readonly nowSet?: CriteriaSet | undefined;
  /** As it is now; null where nothing readable is there. */
  readonly now: Scorecard | null;
  readonly offered: Scorecard;
  /** What the first state is, over its column; as things are now where nothing is given. */
  readonly nowTitle?: string;
  /** What the offered state is, over its column. */
  readonly offeredTitle: string;
  /** Leaves criteria out whose points are the same in both. */
  readonly changedOnly?: boolean;
}

/** The points of every criterion in a state that is offered, beside those of the assessment as it is. */
export function PointsTable(props: PointsTableProps) {
  const { set, nowSet = set, now, offered, nowTitle, offeredTitle, changedOnly = false } = props;
  const { t } = useTranslation();
  const textOf = (points: Points | null) =>
    points === null ? t('differences.noCriterion') : pointsText(points);
  const row = (key: string, label: string, select: (scorecard: Scorecard) => Points | null) => {
    const offeredText = textOf(select(offered));
    const nowText = now === null ? null : textOf(select(now));
    return (
      <Table.Tr key={key}>
        <Table.Th scope="row" className={classes.subject}>
          {label}
        </Table.Th>
        {nowText !== null && <Table.Td className={classes.figure}>{nowText}</Table.Td>}
        <Table.Td>
          <span className={classes.figure}>{offeredText}</span>{' '}
          {nowText !== null && nowText !== offeredText && (
            <Mark tone="accent">{t('differences.different')}</Mark>
          )}
        </Table.Td>
      </Table.Tr>
    );
  };
  return (
    <div className={classes.scroll}>
      <Table className={classes.table} verticalSpacing={4}>
        <caption className="visually-hidden">{t('differences.points')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('differences.criterion')}</Table.Th>
            {now !== null && <Table.Th scope="col">{nowTitle ?? t('differences.now')}</Table.Th>}
            <Table.Th scope="col">{offeredTitle}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {criteriaOf(set, nowSet).map(({ id, name }) => {
            const pointsIn = ({ criteria }: Scorecard) => criteria.find((one) => one.id === id) ?? null;
            if (changedOnly && now !== null && pointsIn(now)?.points === pointsIn(offered)?.points)
              return null;
            return row(id, `${id}. ${localised(name)}`, pointsIn);
          })}
          {row('total', t('differences.total'), ({ total, max }) => ({ points: total, max }))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

/** Those of a set, then those that only the other one has. */
function criteriaOf(set: CriteriaSet, other: CriteriaSet): readonly Criterion[] {
  const ids = new Set(set.criteria.map(({ id }) => id));
  return [...set.criteria, ...other.criteria.filter(({ id }) => !ids.has(id))];
}

interface Points {
  readonly points: number | null;
  readonly max: number;
}

function pointsText({ points, max }: Points): string {
  return `${points === null ? '–' : numberText(points)}/${numberText(max)}`;
}
