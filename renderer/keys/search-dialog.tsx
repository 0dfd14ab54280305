import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../frame/dialog.tsx';
import { numberText } from '../wording.ts';
import classes from './keys.module.css';
import { shortcutText } from './shortcuts.ts';
import { useGoTo } from './use-go-to.ts';

export interface Result {
  readonly address: string;
  readonly title: string;
  /** Where it belongs and how it stands. */
  readonly about: string;
}

interface SearchDialogProps {
  readonly label: string;
  readonly hint: string;
  /** What is said where there is no result. */
  readonly nothing: string;
  readonly find: (query: string) => readonly Result[];
  readonly onClose: () => void;
}

const shownAtMost = 30;

/** Finds as one types: arrows walk the results, Enter goes to one, Escape closes. */
export function SearchDialog({ label, hint, nothing, find, onClose }: SearchDialogProps) {
  const { t } = useTranslation();
  const goTo = useGoTo();
  const [query, setQuery] = useState('');
  const combobox = useCombobox({ opened: true });
  const found = find(query);
  const shown = found.slice(0, shownAtMost);
  const first = shown[0];

  // The first result is what Enter goes to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new results that call for it.
  useEffect(() => {
    combobox.selectFirstOption();
  }, [query, found.length, combobox.selectFirstOption]);

  // NOTE: the library tells the field of its list only when the field is drawn once more, and gives it an id that changes.
  const listId = useId();
  const [, setListed] = useState(false);
  useEffect(() => setListed(true), []);

  return (
    <Dialog title={t('keys.search')} onClose={onClose}>
      <Combobox
        store={combobox}
        withinPortal={false}
        onOptionSubmit={(address) => {
          onClose();
          goTo(address);
        }}
      >
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            data-first-focus
            label={label}
            description={hint}
            value={query}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </Combobox.EventsTarget>
        <Combobox.Options id={listId} className={classes.results} aria-label={t('keys.results')}>
          {shown.map(({ address, title, about }) => (
            <Combobox.Option key={address} value={address}>
              <span className={classes.resultTitle}>{title}</span>
              <span className={classes.resultAbout}>{about}</span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox>
      <p className={classes.count} role="status">
        {first === undefined
          ? nothing
          : t(shown.length < found.length ? 'keys.foundFirst' : 'keys.found', {
              n: numberText(found.length),
              shown: numberText(shown.length),
              title: first.title,
            })}
      </p>
      <p className={classes.count}>{t('keys.toSheet', { keys: shortcutText('sheet') })}</p>
    </Dialog>
  );
}
