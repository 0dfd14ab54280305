import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { loadList, useListStore } from '../list/list-store.ts';
import { useReadyProgram } from '../program.ts';
import classes from './printing.module.css';

/** The year to print, which is then also that of the list. */
export function YearChoice({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { info } = useReadyProgram();
  const list = useListStore((state) => state.list);
  const years = [...new Set([info.year, year, ...(list?.years ?? [])])].sort((a, b) => b - a);
  return (
    <NativeSelect
      className={classes.year}
      label={t('printing.year')}
      value={year}
      data={years.map(String)}
      onChange={(event) => void loadList(Number(event.currentTarget.value))}
    />
  );
}
