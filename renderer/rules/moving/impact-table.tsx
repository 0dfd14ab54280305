import { Checkbox, Table } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ImpactLine, Outcome } from '../../../criteria/rules/impact.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { placeText } from '../../../criteria/unit.ts';
import { Folded } from '../../frame/folded.tsx';
import { Mark, VerdictMark } from '../../frame/marks.tsx';
import { paths } from '../../paths.ts';
import { localised, numberText } from '../../wording.ts';
import classes from './moving.module.css';

interface ImpactTableProps {
  readonly caption: string;
  /** What they would be moved to. */
  readonly set: CriteriaSet;
  /** What they go by now, by `id@version`; for the labels of what is asked. */
  readonly sets: ReadonlyMap<string, CriteriaSet>;
  readonly lines: readonly ImpactLine[];
  /** What the points in the new version are called over their column; as what they would be where nothing is given. */
  readonly afterTitle?: string;
  readonly chosen?: ReadonlySet<string>;
  /** Absent where nothing can be chosen. */
  readonly onChoose?: (id: string, is: boolean) => void;
}

/** Assessments as they are, as they would be by another version, and what differs. */
export function ImpactTable({ caption, set, sets, lines, afterTitle, chosen, onChoose }: ImpactTableProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll}>
      <Table className={classes.table} verticalSpacing={5}>
        <caption className="visually-hidden">{caption}</caption>
        <Table.Thead>
          <Table.Tr>
            {onChoose !== undefined && (
              <Table.Th scope="col" className={classes.choose}>
                <span className="visually-hidden">{t('moving.column.choose')}</span>
              </Table.Th>
            )}
            <Table.Th scope="col">{t('moving.column.unit')}</Table.Th>
            <Table.Th scope="col">{t('moving.column.now')}</Table.Th>
            <Table.Th scope="col">
              {afterTitle ?? t('moving.column.after', { version: set.version })}
            </Table.Th>
            <Table.Th scope="col">{t('moving.column.effect')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => (
            <Row
              key={line.id}
              line={line}
              set={set}
              old={sets.get(`${line.pinned.id}@${line.pinned.version}`)}
              chosen={chosen?.has(line.id) === true}
              onChoose={onChoose}
            />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

interface RowProps {
  readonly line: ImpactLine;
  readonly set: CriteriaSet;
  /** The set it goes by now; undefined where it could not be had. */
  readonly old: CriteriaSet | undefined;
  readonly chosen: boolean;
  readonly onChoose: ImpactTableProps['onChoose'];
}

function Row({ line, set, old, chosen, onChoose }: RowProps) {
  const { t } = useTranslation();
  const { id, unit, year, pinned, before, after, effect } = line;
  const label =
    pinned.id === set.id
      ? t('moving.pinned', { version: pinned.version })
      : t('moving.pinnedOther', { ...pinned });
  return (
    <Table.Tr>
      {onChoose !== undefined && (
        <Table.Td className={classes.choose}>
          {effect !== 'impossible' && (
            <Checkbox
              aria-label={t('moving.chooseOf', { unit: unit.name, year })}
              checked={chosen}
              onChange={(event) => onChoose(id, event.currentTarget.checked)}
            />
          )}
        </Table.Td>
      )}
      <Table.Th scope="row" className={classes.unit}>
        <Link href={paths.assessment(id)}>{unit.name}</Link>
        <span className={classes.quiet}>
          {placeText(unit)}, {t('moving.year', { year })}
        </span>
      </Table.Th>
      <Table.Td>
        <Result outcome={before} by={label} />
      </Table.Td>
      <Table.Td>{after === null ? t('moving.impossible') : <Result outcome={after} />}</Table.Td>
      <Table.Td className={classes.effect}>
        <EffectMark line={line} />
        <Asked line={line} set={set} old={old} />
      </Table.Td>
    </Table.Tr>
  );
}

interface ResultProps {
  readonly outcome: Outcome;
  /** The rules that give it; absent where the column says so. */
  readonly by?: string;
}

function Result({ outcome: { total, max, threshold, verdict }, by }: ResultProps) {
  const { t } = useTranslation();
  const least = t('points.threshold', { threshold: numberText(threshold) });
  return (
    <>
      <span className={classes.result}>
        <strong>{t('points.ofMax', { points: numberText(total), max: numberText(max) })}</strong>
        <VerdictMark verdict={verdict} />
      </span>
      <span className={classes.quiet}>{by === undefined ? least : `${least}; ${by}`}</span>
    </>
  );
}

const tones = { flips: 'accent', gains: 'good', loses: 'wait', same: 'quiet', impossible: 'bad' } as const;

function EffectMark({ line: { effect, before, after } }: { readonly line: ImpactLine }) {
  const { t } = useTranslation();
  const gain = (after?.total ?? before.total) - before.total;
  const n = numberText(Math.abs(gain));
  return (
    <span className={classes.result}>
      <Mark tone={tones[effect]}>{t(`moving.effect.${effect}`, { n })}</Mark>
      {effect === 'flips' && gain !== 0 && (
        <span className={classes.quiet}>{t(`moving.effect.${gain > 0 ? 'gains' : 'loses'}`, { n })}</span>
      )}
    </span>
  );
}

/** What it would no longer be asked, and what it would be asked besides. Nothing where both ask the same. */
function Asked({ line, set, old }: Pick<RowProps, 'line' | 'set' | 'old'>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { unit, notAsked, newlyAsked } = line;
  if (notAsked.length + newlyAsked.length === 0) return null;
  const text = [
    ...(notAsked.length > 0 ? [t('moving.fewer', { n: notAsked.length })] : []),
    ...(newlyAsked.length > 0 ? [t('moving.more', { n: newlyAsked.length })] : []),
  ].join(', ');
  return (
    <Folded
      open={open}
      onOpen={setOpen}
      summary={
        <>
          <span className="visually-hidden">{t('moving.answersOf', { unit: unit.name })}</span> {text}
        </>
      }
    >
      <AskedList title={t('moving.notAsked')} ids={notAsked} set={old} />
      <AskedList title={t('moving.newlyAsked')} ids={newlyAsked} set={set} />
    </Folded>
  );
}

interface AskedListProps {
  readonly title: string;
  readonly ids: readonly string[];
  readonly set: CriteriaSet | undefined;
}

function AskedList({ title, ids, set }: AskedListProps) {
  const { t } = useTranslation();
  if (ids.length === 0) return null;
  return (
    <>
      <p className={classes.askedTitle}>{title}</p>
      <ul className={classes.asked}>
        {ids.map((id) => (
          <li key={id}>{askedText(t, set, id)}</li>
        ))}
      </ul>
    </>
  );
}

/** The figure by its label, the check by its number and text; the id where the set is unknown. */
function askedText(t: TFunction, set: CriteriaSet | undefined, id: string): string {
  const fact = set?.facts.find((one) => one.id === id);
  if (fact !== undefined) return localised(fact.label);
  const check = set?.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id);
  return check === undefined ? id : t('moving.check', { id, name: localised(check.text) });
}
