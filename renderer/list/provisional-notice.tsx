import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { countRules, type Rule, type RuleCount, ruleKey, rulesOf } from '../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { Notice } from '../frame/notice.tsx';
import { paths } from '../paths.ts';
import { localised } from '../wording.ts';
import classes from './list.module.css';

/** Says how much of the rules is a stand-in for as long as any of them is, and leads to where they are confirmed. */
export function ProvisionalNotice({ set }: { readonly set: CriteriaSet }) {
  const { t } = useTranslation();
  const rules = rulesOf(set);
  const all = countRules(rules);
  if (all.confirmed === all.total) return null;
  const row = (key: string, label: string, { confirmed, total }: RuleCount) => (
    <Table.Tr key={key}>
      <Table.Th scope="row">{label}</Table.Th>
      <Table.Td>{t('provisional.ofAll', { n: confirmed, total })}</Table.Td>
      <Table.Td>{t('provisional.ofAll', { n: total - confirmed, total })}</Table.Td>
    </Table.Tr>
  );
  const isGeneral = ({ kind }: Rule) => kind !== 'criterion' && kind !== 'indicator';
  return (
    <Notice tone="provisional">
      <p>
        {t('provisional.notice', {
          confirmed: all.confirmed,
          total: all.total,
          legalBasis: localised(set.legalBasis),
        })}{' '}
        <Link href={paths.ruleSet(set)}>{t('provisional.confirm')}</Link>
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
            {row('general', t('provisional.general'), countRules(rules.filter(isGeneral)))}
            {set.criteria.map(({ id, name, indicators }) => {
              const keys = [
                ruleKey('criterion', id),
                ...indicators.map((indicator) => ruleKey('indicator', indicator.id)),
              ];
              return row(
                id,
                t('walk.criterionTitle', { id, name: localised(name) }),
                countRules(rules.filter(({ key }) => keys.includes(key))),
              );
            })}
          </Table.Tbody>
        </Table>
      </details>
    </Notice>
  );
}
