import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { Notice } from '../frame/notice.tsx';
import { localised } from '../wording.ts';
import classes from './list.module.css';
import { countRules, type RuleCount } from './rule-count.ts';

/** Says how much of the table is a stand-in for as long as any of it is. */
export function ProvisionalNotice({ set }: { readonly set: CriteriaSet }) {
  const { t } = useTranslation();
  const counts = countRules(set);
  if (counts.confirmed === counts.total) return null;
  const row = (key: string, label: string, { confirmed, total }: RuleCount) => (
    <Table.Tr key={key}>
      <Table.Th scope="row">{label}</Table.Th>
      <Table.Td>{t('provisional.ofAll', { n: confirmed, total })}</Table.Td>
      <Table.Td>{t('provisional.ofAll', { n: total - confirmed, total })}</Table.Td>
    </Table.Tr>
  );
  return (
    <Notice tone="provisional">
      <p>
        {t('provisional.notice', {
          confirmed: counts.confirmed,
          total: counts.total,
          legalBasis: localised(set.legalBasis),
        })}
      </p>
      <details className={classes.details}>
        <summary>{t('provisional.details')}</summary>
        <p>{t('provisional.explain')}</p>
        <Table verticalSpacing={4} withRowBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('provisional.criterion')}</Table.Th>
              <Table.Th scope="col">{t('provisional.confirmed')}</Table.Th>
              <Table.Th scope="col">{t('provisional.provisional')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {row('general', t('provisional.general'), counts.general)}
            {counts.criteria.map(({ criterion, ...part }) =>
              row(
                criterion.id,
                t('walk.criterionTitle', { id: criterion.id, name: localised(criterion.name) }),
                part,
              ),
            )}
          </Table.Tbody>
        </Table>
      </details>
    </Notice>
  );
}
