import { Table } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { factOf } from '../../criteria/lookup.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { checkText, numberText, vi } from '../../criteria/wording.ts';
import { sentence } from '../frame/sentence.ts';
import type { Difference, Subject } from './differences.ts';
import type { Preview } from './preview.ts';
import classes from './recovery.module.css';

/** Every figure and note that differs, as it is now and as it is in the backup. */
export function DifferenceTable({ preview }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const { current, set } = preview;
  if (current.kind !== 'readable') {
    return (
      <p>
        {current.kind === 'missing'
          ? t('recovery.preview.missing')
          : `${t('recovery.preview.unreadable')} ${sentence(current.message)}`}
      </p>
    );
  }
  const { differences } = current;
  if (differences.length === 0) return <p>{t('recovery.preview.same')}</p>;
  return (
    <>
      <p>{t('recovery.preview.count', { n: numberText(differences.length) })}</p>
      <div className={classes.scroll}>
        <Table className={classes.table} verticalSpacing={6}>
          <caption className="visually-hidden">{t('recovery.preview.differences')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('recovery.preview.subject')}</Table.Th>
              <Table.Th scope="col">{t('recovery.preview.now')}</Table.Th>
              <Table.Th scope="col">{t('recovery.preview.kept')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map(({ subject, now, kept }) => (
              <Table.Tr key={subject.kind + subject.id}>
                <Table.Th scope="row" className={classes.subject}>
                  {subjectText(t, set, subject)}
                </Table.Th>
                <Table.Td className={classes.value}>
                  <FoldedText text={valueText(t, subject, now)} />
                </Table.Td>
                <Table.Td className={classes.value}>
                  <FoldedText text={valueText(t, subject, kept)} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </>
  );
}

/** A long note would push everything after it out of sight. */
const longText = 240;
const beginning = 120;

function FoldedText({ text }: { readonly text: string }) {
  const { t } = useTranslation();
  if (text.length <= longText) return text;
  return (
    <details className={classes.folded}>
      <summary>
        <span className={classes.beginning}>
          {t('recovery.preview.beginning', { text: text.slice(0, beginning) })}
        </span>{' '}
        <span className={classes.quiet}>{t('recovery.preview.length', { n: numberText(text.length) })}</span>
      </summary>
      {text}
    </details>
  );
}

function subjectText(t: TFunction, set: CriteriaSet, { kind, id }: Subject): string {
  switch (kind) {
    case 'fact':
      return vi(factOf(set, id).label);
    case 'check':
      return `${id}. ${indicatorText(set, id)}`;
    case 'note':
      return t('recovery.preview.note', { id });
    case 'unknown':
      return t('recovery.preview.unknownAnswer', { id });
  }
}

function indicatorText(set: CriteriaSet, id: string): string {
  const indicator = set.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  return indicator === undefined ? '' : vi(indicator.text);
}

function valueText(t: TFunction, { kind }: Subject, value: Difference['now']): string {
  if (value === null) return t(kind === 'note' ? 'recovery.preview.noNote' : 'walk.notYet');
  if (typeof value === 'boolean') return checkText(value);
  return typeof value === 'number' ? numberText(value) : value;
}
