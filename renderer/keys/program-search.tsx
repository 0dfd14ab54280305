import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { placeText } from '../../criteria/unit.ts';
import { filterable, filterOf } from '../frame/filter.ts';
import { loadList, useListStore } from '../list/list-store.ts';
import { paths } from '../paths.ts';
import { useReadyProgram } from '../program.ts';
import { numberText, verdictText } from '../wording.ts';
import { useAction } from './actions.ts';
import { type Result, SearchDialog } from './search-dialog.tsx';

/** Outside an assessment the same keys look for an assessment of the list's year, or for another screen. */
export function ProgramSearch() {
  const [open, setOpen] = useState(false);
  useAction('search', () => setOpen(true));
  return open ? <Search onClose={() => setOpen(false)} /> : null;
}

function Search({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { info } = useReadyProgram();
  const list = useListStore((state) => state.list);
  const year = useListStore((state) => state.year) ?? info.year;
  useEffect(() => {
    if (list === null) void loadList(year);
  }, [list, year]);

  const known = useMemo((): readonly (Result & { readonly text: string })[] => {
    const screens = [
      [paths.list(), t('list.title')],
      [paths.newAssessment(), t('create.title')],
      [paths.printing(), t('printing.title')],
      [paths.office(), t('office.title')],
      [paths.rules(), t('rules.title')],
      [paths.sheets(), t('sheets.title')],
      [paths.recovery(), t('recovery.title')],
      [paths.about(), t('about.title')],
    ] as const;
    return [
      ...(list?.assessments ?? []).map(({ id, unit, total, max, verdict, status }) => ({
        address: paths.assessment(id),
        title: unit.name,
        about: t('keys.assessmentLine', {
          place: placeText(unit),
          status: t(`status.${status}`),
          points: t('points.ofMax', { points: numberText(total), max: numberText(max) }),
          verdict: verdictText(verdict),
        }),
        text: filterable(unit.name, placeText(unit), unit.code),
      })),
      ...screens.map(([address, title]) => ({
        address,
        title,
        about: t('keys.screen'),
        text: filterable(title),
      })),
    ];
  }, [list, t]);

  return (
    <SearchDialog
      label={t('keys.searchProgram', { year })}
      hint={t('keys.searchProgramHint')}
      nothing={t('keys.nothingFoundProgram', { year })}
      find={(query) => {
        const fits = filterOf(query);
        return known.filter(({ text }) => fits(text));
      }}
      onClose={onClose}
    />
  );
}
