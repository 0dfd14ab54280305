/** Checking a chosen file, and taking its figures over. Knows no network and no browser; calls are given. */

import type { Assessment } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import {
  type CallApi,
  type ImportOutlook,
  type ImportUse,
  largestSheet,
  type SheetCheck,
} from '../../electron/api.ts';
import { contentOf, type Difference, differences } from '../differences/differences.ts';
import { mayHaveSaved } from '../session/may-have-saved.ts';

export interface Sheet {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Its bytes as base64; rejects when the system does not give them. */
  readonly read: () => Promise<string>;
}

export type Checking =
  | { readonly kind: 'checked'; readonly check: SheetCheck }
  /** Larger than any sheet, or not to be read; nothing was sent. */
  | { readonly kind: 'too_large' | 'unreadable' }
  | { readonly kind: 'failed'; readonly message: string };

interface CheckTools {
  readonly call: CallApi;
  /** Saves what this window holds of any assessment, because what is there is compared. */
  readonly settleAll: () => Promise<unknown>;
}

export async function checkSheet({ call, settleAll }: CheckTools, sheet: Sheet): Promise<Checking> {
  if (sheet.size > largestSheet) return { kind: 'too_large' };
  const base64 = await sheet.read().catch(() => null);
  if (base64 === null) return { kind: 'unreadable' };
  await settleAll();
  const reply = await call('sheets.check', { base64 });
  return reply.ok
    ? { kind: 'checked', check: reply.value }
    : { kind: 'failed', message: reply.error.message };
}

export type PossibleImport = Extract<ImportOutlook, { possible: true }>;

/** What gives way where there is something; null where a new assessment is made. */
export function importDifferences(
  set: CriteriaSet,
  { present, outcome }: PossibleImport,
): readonly Difference[] | null {
  return present === null ? null : differences(set, contentOf(present), contentOf(outcome));
}

/** Whether the assessment that is there is already what would come of it. */
export function changesNothing(set: CriteriaSet, outlook: PossibleImport): boolean {
  const { present, outcome } = outlook;
  return (
    present !== null &&
    present.status === outcome.status &&
    present.unit.class === outcome.unit.class &&
    differences(set, contentOf(present), contentOf(outcome)).length === 0
  );
}

export type Importing =
  | { readonly kind: 'imported'; readonly assessment: Assessment }
  /** This window holds something of that assessment that is not saved. */
  | { readonly kind: 'unsaved' }
  /** The file is not to be read any more. */
  | { readonly kind: 'unreadable' }
  /** What is there is not what the preview showed. */
  | { readonly kind: 'conflict'; readonly message: string }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The answer got lost or the last step failed: the figures may have been taken over or not. */
  | { readonly kind: 'unknown'; readonly message: string };

export interface ImportTools {
  readonly call: CallApi;
  /** Saves what this window holds of the assessment; false when something stays unsaved. */
  readonly settle: (id: string) => Promise<boolean>;
  /** Drops what this window held of the assessment, all of it saved, so that it is loaded anew. */
  readonly forget: (id: string) => void;
  /** Under whose name it is done. */
  readonly by: () => string | null;
}

/** Takes the figures over, based on the version that the preview showed, and on no later one. */
export async function importSheet(
  { call, settle, forget, by }: ImportTools,
  sheet: Sheet,
  as: ImportUse,
  { id, present }: PossibleImport,
): Promise<Importing> {
  const base64 = await sheet.read().catch(() => null);
  if (base64 === null) return { kind: 'unreadable' };
  if (!(await settle(id))) return { kind: 'unsaved' };
  const reply = await call('sheets.import', { base64, as, basedOn: present?.saves ?? null, by: by() });
  if (reply.ok) {
    forget(id);
    return { kind: 'imported', assessment: reply.value };
  }
  const { code, message } = reply.error;
  if (code === 'conflict') return { kind: 'conflict', message };
  return { kind: mayHaveSaved.has(code) ? 'unknown' : 'refused', message };
}
