import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { Dialog, DialogActions } from '../../frame/dialog.tsx';
import { sentence } from '../../frame/sentence.ts';
import classes from './general.module.css';
import { rowElement, useGeneral } from './general-draft.ts';

/** What removing a row would do. */
export interface Removal {
  readonly next: () => CriteriaSet;
  /** Why it cannot be removed, a whole sentence; null when it can. */
  readonly refusal?: string | null;
  /** What follows from it, in whole sentences: asked about first. */
  readonly follows?: readonly string[];
  /** What follows from it that has to be looked up. */
  readonly lookUp?: ReactNode;
}

interface RowProps {
  /** The list as a place of the set, as in `criteria[2].indicators`. */
  readonly list: string;
  readonly place: number;
  /** Names the row for whoever cannot see where its fields belong. */
  readonly title: string;
  readonly removal: Removal;
  /** Puts the row one place up or down; absent where the order says nothing. */
  readonly order?: { readonly count: number; readonly move: (step: -1 | 1) => void };
  readonly children: ReactNode;
}

/** One thing of a list: its fields, its place, and the way to remove it. */
export function Row({ list, place, title, removal, order, children }: RowProps) {
  return (
    <fieldset className={classes.row}>
      <legend>{title}</legend>
      {children}
      <RowActions list={list} place={place} title={title} removal={removal} {...(order && { order })} />
    </fieldset>
  );
}

export function RowActions({ list, place, title, removal, order }: Omit<RowProps, 'children'>) {
  const { t } = useTranslation();
  const { remove } = useGeneral();
  const [asking, setAsking] = useState(false);
  const asks = removal.refusal != null || (removal.follows?.length ?? 0) > 0 || removal.lookUp !== undefined;
  const removeNow = () => remove(t('authoring.removed', { name: title }), removal.next(), { list, place });
  return (
    <div className={classes.actions}>
      {order !== undefined && (
        <>
          <Button
            id={rowElement(list, place, 'up')}
            variant="default"
            size="compact-sm"
            disabled={place === 0}
            aria-label={t('authoring.upNamed', { name: title })}
            onClick={() => order.move(-1)}
          >
            {t('authoring.up')}
          </Button>
          <Button
            id={rowElement(list, place, 'down')}
            variant="default"
            size="compact-sm"
            disabled={place === order.count - 1}
            aria-label={t('authoring.downNamed', { name: title })}
            onClick={() => order.move(1)}
          >
            {t('authoring.down')}
          </Button>
        </>
      )}
      <Button
        id={rowElement(list, place, 'remove')}
        variant="default"
        size="compact-sm"
        aria-label={t('authoring.removeNamed', { name: title })}
        onClick={() => (asks ? setAsking(true) : removeNow())}
      >
        {t('authoring.remove')}
      </Button>
      {asking && (
        <RemovalDialog
          title={title}
          removal={removal}
          onClose={() => setAsking(false)}
          onRemove={() => {
            setAsking(false);
            removeNow();
          }}
        />
      )}
    </div>
  );
}

interface RemovalDialogProps {
  readonly title: string;
  readonly removal: Removal;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

function RemovalDialog({ title, removal, onClose, onRemove }: RemovalDialogProps) {
  const { t } = useTranslation();
  const refused = removal.refusal != null;
  return (
    <Dialog
      title={t(refused ? 'authoring.notRemovable' : 'authoring.removeAsk', { name: title })}
      onClose={onClose}
    >
      {refused ? (
        <p>{removal.refusal}</p>
      ) : (
        <>
          {removal.follows?.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {removal.lookUp}
        </>
      )}
      <DialogActions>
        <Button variant="default" data-first-focus onClick={onClose}>
          {t(refused ? 'authoring.close' : 'authoring.keep')}
        </Button>
        {!refused && <Button onClick={onRemove}>{t('authoring.removeYes')}</Button>}
      </DialogActions>
    </Dialog>
  );
}

interface OtherFaultsProps {
  /** The list as a place of the set. */
  readonly within: string;
  /** The places that have a field of their own here, where the fault stands already. */
  readonly shown: RegExp;
}

/** Faults of a part that no field of it shows. */
export function OtherFaults({ within, shown }: OtherFaultsProps) {
  const { faults } = useGeneral();
  const here = faults.filter(
    ({ path }) =>
      (path === within || path.startsWith(`${within}[`) || path.startsWith(`${within}.`)) &&
      !shown.test(path),
  );
  if (here.length === 0) return null;
  return (
    <ul className={classes.faults}>
      {here.map(({ path, message }) => (
        <li key={`${path} ${message}`}>{sentence(message)}</li>
      ))}
    </ul>
  );
}
