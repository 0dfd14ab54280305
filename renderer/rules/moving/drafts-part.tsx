import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImpactLine } from '../../../criteria/rules/impact.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { whoWorks } from '../../assessors/working.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { paged } from '../../frame/paged.ts';
import { Pages } from '../../frame/pages.tsx';
import { Part } from '../../frame/part.tsx';
import { forgetSession, settleSession } from '../../session/open-sessions.ts';
import { numberText } from '../../wording.ts';
import { useRoomCall } from '../room-call.ts';
import { ImpactTable } from './impact-table.tsx';
import { found, isMovable } from './moves.ts';
import classes from './moving.module.css';
import { MovingDialog } from './moving-dialog.tsx';
import { moveAll } from './moving-run.ts';

const pageSize = 60;

interface DraftsPartProps {
  readonly kind: 'drafts' | 'others';
  /** What they would be moved to. */
  readonly set: CriteriaSet;
  /** What they go by now, by `id@version`. */
  readonly sets: ReadonlyMap<string, CriteriaSet>;
  readonly lines: readonly ImpactLine[];
  /** Whether drafts are being moved already. */
  readonly busy: boolean;
}

/** Drafts that can be moved, each with what comes of it, and the button that moves those that are chosen. */
export function DraftsPart({ kind, set, sets, lines, busy }: DraftsPartProps) {
  const { t } = useTranslation();
  const call = useRoomCall();
  const [filter, setFilter] = useState('');
  const [wanted, setWanted] = useState(1);
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const [noneChosen, setNoneChosen] = useState(false);
  const shown = found(lines, filter);
  const part = paged(shown, wanted, pageSize);
  const movable = shown.filter(isMovable);
  const chosen = lines.filter((line) => isMovable(line) && chosenIds.has(line.id));
  const pages = {
    label: t(kind === 'drafts' ? 'moving.pages' : 'moving.pagesOfOthers'),
    paged: part,
    onPage: setWanted,
  };

  function choose(ids: readonly string[], is: boolean) {
    setNoneChosen(false);
    setChosenIds((before) => {
      const others = [...before].filter((id) => !ids.includes(id));
      return new Set(is ? [...others, ...ids] : others);
    });
  }
  function move() {
    setAsking(false);
    setChosenIds(new Set());
    const tools = { call, settle: settleSession, forget: forgetSession, by: whoWorks };
    void moveAll(tools, chosen, { id: set.id, version: set.version });
  }
  return (
    <Part title={t(kind === 'drafts' ? 'moving.drafts' : 'moving.others')}>
      {kind === 'others' && <p>{t('moving.othersText')}</p>}
      <div className={classes.tools}>
        <TextInput
          className={classes.filter}
          label={t('moving.filter')}
          autoComplete="off"
          value={filter}
          onChange={({ currentTarget: { value } }) => {
            setFilter(value);
            setWanted(1);
          }}
        />
        <Button
          variant="default"
          onClick={() =>
            choose(
              movable.map(({ id }) => id),
              true,
            )
          }
        >
          {t(shown.length < lines.length ? 'moving.chooseFound' : 'moving.chooseAll', {
            n: numberText(movable.length),
          })}
        </Button>
        <Button
          variant="default"
          onClick={() =>
            choose(
              lines.map(({ id }) => id),
              false,
            )
          }
        >
          {t('moving.dropAll')}
        </Button>
      </div>
      <p role="status" className={classes.quiet}>
        {t('moving.chosen', { chosen: numberText(chosen.length), total: numberText(lines.length) })}{' '}
        {shown.length === 0 && t('moving.noMatch', { filter })}
      </p>
      <Pages {...pages} />
      {shown.length > 0 && (
        <ImpactTable
          caption={t('moving.caption', { version: set.version })}
          set={set}
          sets={sets}
          lines={part.items}
          chosen={chosenIds}
          onChoose={(id, is) => choose([id], is)}
        />
      )}
      <Pages {...pages} below />
      <div className={classes.actions}>
        <BusyButton
          busy={busy}
          onClick={() => {
            setNoneChosen(chosen.length === 0);
            setAsking(chosen.length > 0);
          }}
        >
          {chosen.length === 0 ? t('moving.moveChosen') : t('moving.move', { n: numberText(chosen.length) })}
        </BusyButton>
        <p role="alert">{noneChosen && t('moving.moveNone')}</p>
      </div>
      {asking && <MovingDialog set={set} lines={chosen} onClose={() => setAsking(false)} onConfirm={move} />}
    </Part>
  );
}
