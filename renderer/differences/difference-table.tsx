import { Table } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../criteria/answers.ts';
import { evidenceLine } from '../../criteria/evidence.ts';
import type { CriteriaSet, Fact } from '../../criteria/schema.ts';
import { checkText, localised, numberText } from '../wording.ts';
import classes from './differences.module.css';
import type { Difference, Subject, Value } from './differences.ts';

interface DifferenceTableProps {
  readonly set: CriteriaSet;
  /** The set that one of the two states is scored by where that is not the same; for the names of what only it asks. */
  readonly other?: CriteriaSet | undefined;
  readonly differences: readonly Difference[];
  /** What the first state is, over its column; as things are now where nothing is given. */
  readonly now?: string;
  /** What the offered state is, over its column. */
  readonly offered: string;
}

/** Everything entered that differs, as it is now and as it is in the state that is offered in its place. */
export function DifferenceTable(props: DifferenceTableProps) {
  const { set, other, differences, now: nowTitle, offered } = props;
  const { t } = useTranslation();
  return (
    <>
      <p>{t('differences.count', { n: numberText(differences.length) })}</p>
      <div className={classes.scroll}>
        <Table className={classes.table} verticalSpacing={6}>
          <caption className="visually-hidden">{t('differences.caption')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('differences.subject')}</Table.Th>
              <Table.Th scope="col">{nowTitle ?? t('differences.now')}</Table.Th>
              <Table.Th scope="col">{offered}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map(({ subject, now, offered: value }) => (
              <Table.Tr key={subject.kind + subject.id}>
                <Table.Th scope="row" className={classes.subject}>
                  {subjectText(t, set, subject, other)}
                </Table.Th>
                <Table.Td className={classes.value}>
                  <FoldedText text={valueText(t, subject, now)} />
                </Table.Td>
                <Table.Td className={classes.value}>
                  <FoldedText text={valueText(t, subject, value)} />
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
          {t('differences.beginning', { text: text.slice(0, beginning) })}
        </span>{' '}
        <span className={classes.quiet}>{t('differences.length', { n: numberText(text.length) })}</span>
      </summary>
      {text}
    </details>
  );
}

function subjectText(
  t: TFunction,
  set: CriteriaSet,
  { kind, id }: Subject,
  other: CriteriaSet | undefined,
): string {
  switch (kind) {
    case 'fact': {
      const fact = factIn(set, id) ?? (other === undefined ? undefined : factIn(other, id));
      return fact === undefined ? t('differences.unknownAnswer', { id }) : localised(fact.label);
    }
    case 'check':
      return `${id}. ${indicatorText(set, id) ?? (other === undefined ? '' : (indicatorText(other, id) ?? ''))}`;
    case 'note':
      return t('differences.note', { id });
    case 'evidence':
      return t('differences.evidence', { id });
    case 'unknown':
      return t('differences.unknownAnswer', { id });
  }
}

function factIn({ facts }: CriteriaSet, id: string): Fact | undefined {
  return facts.find((fact) => fact.id === id);
}

function indicatorText(set: CriteriaSet, id: string): string | undefined {
  const indicator = set.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  return indicator === undefined ? undefined : localised(indicator.text);
}

function valueText(t: TFunction, { kind }: Subject, value: Value): string {
  if (value === null) {
    if (kind === 'evidence') return t('differences.noEvidence');
    return t(kind === 'note' ? 'differences.noNote' : 'walk.notYet');
  }
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return answerText(value);
  return 'year' in value
    ? t('differences.unconfirmed', { answer: answerText(value.value), year: value.year })
    : value.map(evidenceLine).join('\n');
}

function answerText(answer: Answer): string {
  return typeof answer === 'boolean' ? checkText(answer) : numberText(answer);
}
