import { Table } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SetVersion } from '../../../criteria/rules/published-set.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import type { SetFileCheck } from '../../../electron/api.ts';
import { FailureNotice } from '../../frame/failure.tsx';
import { Mark } from '../../frame/marks.tsx';
import { paged } from '../../frame/paged.ts';
import { Pages } from '../../frame/pages.tsx';
import { Part } from '../../frame/part.tsx';
import { useLoaded } from '../../frame/use-loaded.ts';
import { numberText } from '../../wording.ts';
import { useRoomCall } from '../room-call.ts';
import { type DifferenceGroup, type DifferenceRow, differenceGroups } from './difference-groups.ts';
import classes from './set-files.module.css';

/** Rules of which the differences are shown at a time. */
const pageSize = 25;

interface SetDifferencesProps {
  readonly check: Extract<SetFileCheck, { state: 'readable' }>;
  readonly comparedWith: SetVersion;
}

/** What differs between the file and the version here, rule by rule, in words. */
export function SetDifferences({ check, comparedWith }: SetDifferencesProps) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const { id, version } = comparedWith;
  const { loaded, again } = useLoaded(() => call('criteria.get', { id, version }), `${id}@${version}`);
  return (
    <Part title={t('setFiles.differences.title', { version })}>
      {loaded.state === 'loading' && <p role="status">{t('program.loading')}</p>}
      {loaded.state === 'failed' && (
        <FailureNotice
          title={t('setFiles.differences.failed')}
          message={loaded.error.message}
          onRetry={again}
        />
      )}
      {loaded.state === 'ready' && <Compared check={check} before={loaded.value} />}
    </Part>
  );
}

interface ComparedProps extends Pick<SetDifferencesProps, 'check'> {
  readonly before: CriteriaSet;
}

function Compared({ check: { set, differences }, before }: ComparedProps) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(1);
  const groups = useMemo(() => differenceGroups(t, before, set, differences), [t, before, set, differences]);
  if (groups.length === 0) return <p>{t('setFiles.differences.same')}</p>;
  const part = paged(groups, wanted, pageSize);
  const places = groups.reduce((count, { rows }) => count + rows.length, 0);
  const pages = { label: t('setFiles.differences.pages'), paged: part, onPage: setWanted };
  return (
    <>
      <p>
        {t('setFiles.differences.count', { rules: numberText(groups.length), places: numberText(places) })}
      </p>
      <Pages {...pages} />
      <div className={classes.scroll}>
        <Table className={classes.table} verticalSpacing={5}>
          <caption className="visually-hidden">{t('setFiles.differences.caption')}</caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('setFiles.differences.place')}</Table.Th>
              <Table.Th scope="col">{t('setFiles.differences.before', { version: before.version })}</Table.Th>
              <Table.Th scope="col">{t('setFiles.differences.after')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          {part.items.map((group) => (
            <Group key={group.key} group={group} />
          ))}
        </Table>
      </div>
      <Pages {...pages} below />
    </>
  );
}

function Group({ group: { title, fate, rows } }: { readonly group: DifferenceGroup }) {
  const { t } = useTranslation();
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th scope="rowgroup" colSpan={3} className={classes.group}>
          {title} {fate !== 'changed' && <Mark tone="accent">{t(`setFiles.differences.${fate}`)}</Mark>}
        </Table.Th>
      </Table.Tr>
      {rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </Table.Tbody>
  );
}

function Row({ row: { name, raw, before, after } }: { readonly row: DifferenceRow }) {
  const { t } = useTranslation();
  const text = (value: string | null) =>
    value ?? <span className={classes.quiet}>{t('setFiles.differences.none')}</span>;
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        {raw ? <code className={classes.place}>{name}</code> : name}
      </Table.Th>
      <Table.Td className={classes.value}>{text(before)}</Table.Td>
      <Table.Td className={classes.value}>{text(after)}</Table.Td>
    </Table.Tr>
  );
}
