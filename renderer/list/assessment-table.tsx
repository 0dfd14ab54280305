import { Table, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { placeText } from '../../criteria/unit.ts';
import type { AssessmentSummary } from '../../electron/api.ts';
import { Mark, ProvisionalMark, StatusMark, VerdictMark } from '../frame/marks.tsx';
import { paths } from '../paths.ts';
import { localised, numberText } from '../wording.ts';
import { type Order, type OrderKey, orderKeys } from './arrange.ts';
import classes from './list.module.css';

interface AssessmentTableProps {
  readonly caption: string;
  readonly assessments: readonly AssessmentSummary[];
  readonly order: Order;
  readonly onOrder: (by: OrderKey) => void;
}

export function AssessmentTable({ caption, assessments, order, onOrder }: AssessmentTableProps) {
  const { t } = useTranslation();
  return (
    <Table className={classes.table} verticalSpacing={6} highlightOnHover>
      <caption className="visually-hidden">{caption}</caption>
      <Table.Thead>
        <Table.Tr>
          {orderKeys.map((key) => (
            <Table.Th
              key={key}
              scope="col"
              aria-sort={order.by !== key ? 'none' : order.descending ? 'descending' : 'ascending'}
            >
              <UnstyledButton className={classes.sort} onClick={() => onOrder(key)}>
                {t(`list.column.${key}`)}
                <span aria-hidden="true" className={classes.arrow}>
                  {order.by !== key ? '↕' : order.descending ? '↓' : '↑'}
                </span>
              </UnstyledButton>
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {assessments.map((summary) => (
          <AssessmentRow key={summary.id} summary={summary} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function AssessmentRow({ summary }: { readonly summary: AssessmentSummary }) {
  const { t } = useTranslation();
  const { unit } = summary;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        <Link href={paths.assessment(summary.id)}>{unit.name}</Link>
        <div className={classes.quiet}>{placeText(unit)}</div>
      </Table.Th>
      <Table.Td className={classes.class}>{localised(summary.classLabel)}</Table.Td>
      <Table.Td>
        <StatusMark status={summary.status} />
        <div className={classes.quiet}>
          {[
            ...(summary.revision > 1 ? [t('list.revision', { revision: summary.revision })] : []),
            ...(summary.sample ? [t('list.sampleMark')] : []),
          ].join(', ')}
        </div>
      </Table.Td>
      <Table.Td className={classes.narrow}>
        {t('list.progress', { answered: summary.answered, indicators: summary.indicators })}
      </Table.Td>
      <Table.Td className={classes.narrow}>
        <strong className={classes.figure}>
          {t('points.ofMax', { points: numberText(summary.total), max: numberText(summary.max) })}
        </strong>
        <div className={classes.quiet}>
          {t('points.threshold', { threshold: numberText(summary.threshold) })}
        </div>
      </Table.Td>
      <Table.Td>
        <div className={classes.marks}>
          <VerdictMark verdict={summary.verdict} />
          {summary.provisional && <ProvisionalMark />}
          {summary.criteriaAtZero.length > 0 && (
            <Mark tone="bad">
              {t('list.atZero', {
                count: summary.criteriaAtZero.length,
                criteria: summary.criteriaAtZero.join(', '),
              })}
            </Mark>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
