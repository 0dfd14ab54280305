import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Band, RatioIndicator } from '../../../criteria/schema.ts';
import type { BandTable } from '../../../criteria/score.ts';
import { sentence } from '../../frame/sentence.ts';
import { numberText } from '../../wording.ts';
import { className } from '../rule-words.ts';
import classes from './correcting.module.css';
import { withBandAfter, withIndicator, withoutBand, withTable } from './edit-set.ts';
import { useEditing } from './editing.ts';
import { PointsField, RateField } from './fields.tsx';
import { afterBandMove } from './refused-move.ts';

interface BandEditorProps {
  readonly indicator: RatioIndicator;
  /** Where the indicator stands in the set. */
  readonly path: string;
  readonly table: BandTable;
  /** The class whose own table it is; null for that of all others. */
  readonly unitClass: string | null;
}

/** The levels of a ratio, from the best down. Ctrl+Enter puts a level in below, Ctrl+Delete takes the level away. */
export function BandEditor({ indicator, path, table, unitClass }: BandEditorProps) {
  const { t } = useTranslation();
  const { draft, change, refused, refuseAll } = useEditing();
  const { set } = draft;
  const element = useRef<HTMLTableElement>(null);
  const own = indicator.classBands.findIndex((one) => one.unitClass === unitClass);
  const place = unitClass === null ? path : `${path}.classBands[${own}]`;

  function written(next: (table: BandTable) => BandTable) {
    return withIndicator(set, indicator, (one) =>
      withTable(one, { unitClass }, (now) => ({ ...now, ...next(now) })),
    );
  }
  function focusLevel(level: number) {
    element.current?.querySelector<HTMLElement>(`[data-path="${place}.bands[${level}].rate"]`)?.focus();
  }
  function add(after: number) {
    // NOTE: the field of the new level must be there to take the focus.
    flushSync(() => {
      refuseAll(afterBandMove(refused, place, after + 1, 'added'));
      change(written((now) => withBandAfter(now, after)));
    });
    focusLevel(after + 1);
  }
  function remove(at: number) {
    if (table.bands.length < 2) return;
    flushSync(() => {
      refuseAll(afterBandMove(refused, place, at, 'removed'));
      change(written((now) => withoutBand(now, at)));
    });
    focusLevel(Math.min(at, table.bands.length - 2));
  }
  const onKeyDown = (at: number) => (event: KeyboardEvent) => {
    if (!event.ctrlKey || event.altKey || event.shiftKey) return;
    if (event.key !== 'Enter' && event.key !== 'Delete') return;
    event.preventDefault();
    if (event.key === 'Enter') add(at);
    else remove(at);
  };
  const band = (at: number, part: Partial<Band>) =>
    written((now) => ({
      ...now,
      bands: now.bands.map((one, other) => (other === at ? { ...one, ...part } : one)),
    }));
  const name =
    unitClass === null
      ? indicator.classBands.length === 0
        ? t('correcting.table.all')
        : t('correcting.table.others')
      : t('correcting.table.ofClass', { unitClass: className(set, unitClass) });
  const suffix = indicator.base === 100 ? '%' : t('correcting.onBase', { base: numberText(indicator.base) });
  return (
    <div className={classes.group}>
      <table ref={element} className={classes.bands}>
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('correcting.table.level')}</th>
            <th scope="col">{t('correcting.table.condition')}</th>
            <th scope="col">{t('correcting.table.rate')}</th>
            <th scope="col">{t('correcting.table.points')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('correcting.table.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.bands.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a level is known by its place alone
            <tr key={at} onKeyDown={onKeyDown(at)}>
              <th scope="row">{at + 1}</th>
              <td>
                <OperatorField
                  path={`${place}.bands[${at}].op`}
                  label={t('correcting.field.op', { table: name, n: at + 1 })}
                  better={indicator.better}
                  op={one.op}
                  onChoose={(op) => change(band(at, { op }))}
                />
              </td>
              <td>
                <RateField
                  path={`${place}.bands[${at}].rate`}
                  label={t('correcting.field.rate', { table: name, n: at + 1 })}
                  labelled={false}
                  suffix={suffix}
                  value={one.rate}
                  write={(rate) => band(at, { rate })}
                />
              </td>
              <td>
                <PointsField
                  path={`${place}.bands[${at}].points`}
                  label={t('correcting.field.points', { table: name, n: at + 1 })}
                  labelled={false}
                  least={0}
                  value={one.points}
                  write={(points) => band(at, { points })}
                />
              </td>
              <td className={classes.rowActions}>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('correcting.field.add', { table: name, n: at + 1 })}
                  title={t('correcting.addKeys')}
                  onClick={() => add(at)}
                >
                  +
                </ActionIcon>
                <ActionIcon
                  variant="default"
                  size="lg"
                  aria-label={t('correcting.field.remove', { table: name, n: at + 1 })}
                  title={t('correcting.removeKeys')}
                  disabled={table.bands.length < 2}
                  onClick={() => remove(at)}
                >
                  −
                </ActionIcon>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={3}>
              {t('correcting.row.otherwise')}
            </th>
            <td>
              <PointsField
                path={`${place}.otherwise.points`}
                label={t('correcting.field.otherwise', { table: name })}
                labelled={false}
                least={0}
                value={table.otherwise.points}
                write={(points) => written((now) => ({ ...now, otherwise: { ...now.otherwise, points } }))}
              />
            </td>
            <td />
          </tr>
        </tbody>
      </table>
      <p className={classes.quiet}>
        <Button size="compact-sm" variant="default" onClick={() => add(table.bands.length - 1)}>
          {t('correcting.addLevel')}
        </Button>{' '}
        {t('correcting.keysHint')}
      </p>
    </div>
  );
}

interface OperatorFieldProps {
  readonly path: string;
  readonly label: string;
  readonly better: RatioIndicator['better'];
  readonly op: Band['op'];
  readonly onChoose: (op: Band['op']) => void;
}

function OperatorField({ path, label, better, op, onChoose }: OperatorFieldProps) {
  const { t } = useTranslation();
  const { faults } = useEditing();
  const fault = faults.find((one) => one.path === path);
  const usual: Band['op'] = better === 'higher' ? '>=' : '<=';
  const offered = [...new Set<Band['op']>([usual, '=', op])];
  return (
    <NativeSelect
      aria-label={label}
      data-path={path}
      value={op}
      error={fault === undefined ? undefined : sentence(fault.message)}
      data={offered.map((value) => ({ value, label: t(`correcting.op.${names[value]}`) }))}
      onChange={(event) => {
        const chosen = offered.find((value) => value === event.currentTarget.value);
        if (chosen !== undefined) onChoose(chosen);
      }}
    />
  );
}

const names = { '>=': 'atLeast', '<=': 'atMost', '=': 'exactly' } as const;
