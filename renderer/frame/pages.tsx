import { Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { numberText } from '../wording.ts';
import classes from './frame.module.css';
import type { Paged } from './paged.ts';

interface PagesProps {
  /** Names the list that the pages belong to. */
  readonly label: string;
  readonly paged: Paged<unknown>;
  readonly onPage: (page: number) => void;
  /** True for the second of the two around a list, which need not be announced again. */
  readonly below?: boolean;
}

/** Says which lines of a long list are shown and leads to the others; nothing where all of them fit. */
export function Pages({ label, paged, onPage, below = false }: PagesProps) {
  const { t } = useTranslation();
  const { page, pages, from, to, total } = paged;
  if (pages === 1) return null;
  return (
    <nav className={classes.pages} aria-label={label}>
      <p role={below ? undefined : 'status'}>
        {t('pages.range', { from: numberText(from), to: numberText(to), total: numberText(total) })}
      </p>
      <Pagination
        size="sm"
        value={page}
        total={pages}
        onChange={onPage}
        getItemProps={(item) => ({ 'aria-label': t('pages.page', { page: item }) })}
        getControlProps={(control) => {
          const ended = control === 'previous' ? page === 1 : page === pages;
          return {
            'aria-label': t(control === 'previous' ? 'pages.previous' : 'pages.next'),
            // NOTE: not disabled, because a disabled button that had the focus loses it to nowhere.
            disabled: false,
            'aria-disabled': ended,
            mod: { disabled: ended },
          };
        }}
      />
    </nav>
  );
}
