import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { scorecardOf } from '../../criteria/assessment-score.ts';
import type { Scorecard } from '../../criteria/score.ts';
import { numberText, vi } from '../../criteria/wording.ts';
import { Mark } from '../frame/marks.tsx';
import type { Preview } from './preview.ts';
import classes from './recovery.module.css';

/** The points of every criterion in the backup, beside those of the assessment as it is. */
export function PointsTable({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { set, current, backup } = preview;
  const kept = scorecardOf(set, backup.assessment);
  const now = current.kind === 'readable' ? scorecardOf(set, current.assessment) : null;
  const row = (key: string, label: string, select: (scorecard: Scorecard) => Points) => {
    const keptText = pointsText(select(kept));
    const nowText = now === null ? null : pointsText(select(now));
    return (
      <Table.Tr key={key}>
        <Table.Th scope="row" className={classes.subject}>
          {label}
        </Table.Th>
        {nowText !== null && <Table.Td className={classes.figure}>{nowText}</Table.Td>}
        <Table.Td>
          <span className={classes.figure}>{keptText}</span>{' '}
          {nowText !== null && nowText !== keptText && (
            <Mark tone="accent">{t('recovery.preview.different')}</Mark>
          )}
        </Table.Td>
      </Table.Tr>
    );
  };
  return (
    <div className={classes.scroll}>
      <Table className={classes.table} verticalSpacing={4}>
        <caption className="visually-hidden">{t('recovery.preview.points')}</caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('recovery.preview.criterion')}</Table.Th>
            {now !== null && <Table.Th scope="col">{t('recovery.preview.now')}</Table.Th>}
            <Table.Th scope="col">{t('recovery.preview.kept')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {set.criteria.map((criterion, index) =>
            row(
              criterion.id,
              `${criterion.id}. ${vi(criterion.name)}`,
              ({ criteria }) => criteria[index] ?? { points: null, max: criterion.max },
            ),
          )}
          {row('total', t('recovery.preview.total'), ({ total, max }) => ({ points: total, max }))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface Points {
  readonly points: number | null;
  readonly max: number;
}

function pointsText({ points, max }: Points): string {
  return `${points === null ? '–' : numberText(points)}/${numberText(max)}`;
}
