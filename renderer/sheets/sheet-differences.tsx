import { Table } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetDifference } from '../../electron/api.ts';
import tables from '../differences/differences.module.css';
import { paged } from '../frame/paged.ts';
import { Pages } from '../frame/pages.tsx';
import { Part } from '../frame/part.tsx';
import { sentence } from '../frame/sentence.ts';
import { numberText } from '../wording.ts';

const pageSize = 50;

/** Where the pages of an altered sheet do not say what its attachment gives. */
export function SheetDifferences({ differences }: { readonly differences: readonly SheetDifference[] }) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const part = paged(differences, page, pageSize);
  return (
    <Part title={t('sheets.differences.title')}>
      <p>
        {differences.length === 0
          ? t('sheets.differences.none')
          : t('sheets.differences.count', { n: numberText(differences.length) })}
      </p>
      {differences.length > 0 && (
        <>
          <Pages label={t('sheets.differences.pages')} paged={part} onPage={setPage} />
          <div className={tables.scroll}>
            <Table className={tables.table} verticalSpacing={6}>
              <caption className="visually-hidden">{t('sheets.differences.title')}</caption>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('sheets.differences.message')}</Table.Th>
                  <Table.Th scope="col">{t('sheets.differences.expected')}</Table.Th>
                  <Table.Th scope="col">{t('sheets.differences.found')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {part.items.map((difference, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two places can differ in the same way, and none moves
                  <DifferenceRow key={part.from + index} difference={difference} />
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </>
      )}
    </Part>
  );
}

function DifferenceRow({ difference }: { readonly difference: SheetDifference }) {
  const { t } = useTranslation();
  const { message, expected, found } = difference;
  const nothing = <span className={tables.quiet}>{t('sheets.differences.nothing')}</span>;
  // What is drawn otherwise, or is about the file as a whole, has no words to compare.
  const places = expected !== null || found !== null;
  return (
    <Table.Tr>
      <Table.Td className={tables.subject} colSpan={places ? 1 : 3}>
        {sentence(message)}
      </Table.Td>
      {places && <Table.Td className={tables.value}>{expected ?? nothing}</Table.Td>}
      {places && <Table.Td className={tables.value}>{found ?? nothing}</Table.Td>}
    </Table.Tr>
  );
}
