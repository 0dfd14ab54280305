import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RatioIndicator } from '../../../criteria/schema.ts';
import { focusHeading } from '../../frame/screen.tsx';
import { localised } from '../../wording.ts';
import { className } from '../rule-words.ts';
import { BandEditor } from './band-editor.tsx';
import classes from './correcting.module.css';
import { withClassTable, withIndicator, withoutClassTable } from './edit-set.ts';
import { useEditing } from './editing.ts';
import { withoutUnder } from './refused-move.ts';

interface ClassTablesProps {
  readonly indicator: RatioIndicator;
  readonly path: string;
}

/** The levels that count for some classes of units instead of those of all others. */
export function ClassTables({ indicator, path }: ClassTablesProps) {
  const { t } = useTranslation();
  const { draft, change, refused, refuseAll } = useEditing();
  const { set } = draft;
  const without = set.unitClasses.filter(
    ({ id }) => !indicator.classBands.some(({ unitClass }) => unitClass === id),
  );
  const [chosen, setChosen] = useState('');
  const next = without.find(({ id }) => id === chosen) ?? without[0];

  function remove(unitClass: string) {
    // NOTE: refused texts are kept by place, and the places of the tables behind it move.
    refuseAll(withoutUnder(refused, `${path}.classBands`));
    change(withIndicator(set, indicator, (one) => withoutClassTable(one, unitClass)));
    focusHeading();
  }
  return (
    <>
      {indicator.classBands.map((table) => (
        <div key={table.unitClass}>
          <BandEditor indicator={indicator} path={path} table={table} unitClass={table.unitClass} />
          <Button
            className={classes.removeTable}
            size="compact-sm"
            variant="default"
            onClick={() => remove(table.unitClass)}
          >
            {t('correcting.removeTable', { unitClass: className(set, table.unitClass) })}
          </Button>
        </div>
      ))}
      {next !== undefined && (
        <div className={classes.addTable}>
          <NativeSelect
            label={t('correcting.ownTableFor')}
            value={next.id}
            data={without.map(({ id, label }) => ({ value: id, label: localised(label) }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            variant="default"
            onClick={() => change(withIndicator(set, indicator, (one) => withClassTable(one, next.id)))}
          >
            {t('correcting.addTable')}
          </Button>
        </div>
      )}
    </>
  );
}
