import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiError, CatalogueUnit } from '../../electron/api.ts';
import { callApi } from '../api-client.ts';
import { sentence } from '../frame/sentence.ts';
import classes from './new-assessment.module.css';

interface UnitSearchProps {
  readonly chosen: CatalogueUnit | null;
  readonly error: string | undefined;
  readonly onChoose: (unit: CatalogueUnit | null) => void;
}

interface Found {
  readonly query: string;
  readonly units: readonly CatalogueUnit[];
  readonly error: ApiError | null;
}

const shownAtMost = 20;

/** Search in the catalogue as one types: arrows walk the matches, Enter takes one, Escape closes. */
export function UnitSearch({ chosen, error, onChoose }: UnitSearchProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(chosen?.name ?? '');
  const [query] = useDebouncedValue(text.trim(), 200);
  const [found, setFound] = useState<Found>({ query: '', units: [], error: null });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });

  useEffect(() => {
    if (query === '') return;
    let current = true;
    void callApi('units.search', { query, limit: shownAtMost }).then((reply) => {
      if (!current) return;
      setFound(
        reply.ok ? { query, units: reply.value, error: null } : { query, units: [], error: reply.error },
      );
    });
    return () => {
      current = false;
    };
  }, [query]);

  // The first match is what Enter takes, so that it never sends a form whose unit is still open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new matches that call for it.
  useEffect(() => {
    combobox.selectFirstOption();
  }, [found, combobox.selectFirstOption]);

  const searching = text.trim() !== '' && found.query !== text.trim();
  return (
    <>
      <Combobox
        store={combobox}
        withinPortal={false}
        onOptionSubmit={(code) => {
          const unit = found.units.find((candidate) => candidate.code === code);
          if (unit === undefined) return;
          onChoose(unit);
          setText(unit.name);
          combobox.closeDropdown();
        }}
      >
        <Combobox.Target withExpandedAttribute>
          <TextInput
            role="combobox"
            aria-autocomplete="list"
            label={t('create.search')}
            description={t('create.searchHint')}
            error={error ?? (found.error === null ? undefined : sentence(found.error.message))}
            value={text}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setText(event.currentTarget.value);
              if (chosen !== null) onChoose(null);
              combobox.openDropdown();
            }}
            onFocus={() => combobox.openDropdown()}
            onClick={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text.trim() === '' || chosen !== null}>
          <Combobox.Options className={classes.options}>
            {found.units.map((unit) => (
              <Combobox.Option key={unit.code} value={unit.code}>
                <span className={classes.optionName}>{unit.name}</span>
                <span className={classes.optionPlace}>
                  {t('create.unitLine', { province: unit.province, code: unit.code })}
                </span>
              </Combobox.Option>
            ))}
            {found.units.length === 0 && (
              <Combobox.Empty>{searching ? t('create.searching') : t('create.noUnit')}</Combobox.Empty>
            )}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <p className={classes.chosen} role="status">
        {chosen !== null && t('create.chosen', { ...chosen })}
      </p>
    </>
  );
}
