/** A backup beside the assessment as it is now, and whether it may take its place. Knows no network; calls are given. */

import type { Assessment } from '../../criteria/assessment.ts';
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { CallApi, ErrorCode, OpenedAssessment, OpenedBackup, Reply } from '../../electron/api.ts';
import { contentOf, type Difference, differences } from '../differences/differences.ts';
import { mayHaveSaved } from '../session/may-have-saved.ts';

/** The assessment as it is now. */
export type Current =
  | {
      readonly kind: 'readable';
      readonly assessment: Assessment;
      /** That it is pinned to, which need not be that of the backup. */
      readonly set: CriteriaSet;
      readonly readOnly: string | null;
      readonly differences: readonly Difference[];
    }
  /** Damaged or missing: the backup can take its place whole. */
  | { readonly kind: 'damaged' | 'missing'; readonly message: string }
  /** Written by a later version of the program, and not even to be looked at. */
  | { readonly kind: 'newer'; readonly message: string }
  /** It may be well but cannot be looked at, so nothing may take its place. */
  | { readonly kind: 'unknown'; readonly message: string };

export interface Preview {
  readonly backup: OpenedBackup;
  /** That the backup is pinned to. */
  readonly set: CriteriaSet;
  readonly current: Current;
  /** This window holds changes of the assessment that are not saved. */
  readonly unsaved: boolean;
}

export interface PreviewSources {
  readonly call: CallApi;
  readonly criteriaSet: (id: string, version: number) => Promise<Reply<CriteriaSet>>;
  /** Saves what this window holds of the assessment; false when something stays unsaved. */
  readonly settle: (id: string) => Promise<boolean>;
}

export async function loadPreview(
  { call, criteriaSet, settle }: PreviewSources,
  id: string,
  file: string,
): Promise<Reply<Preview>> {
  const unsaved = !(await settle(id));
  const [backup, opened] = await Promise.all([
    call('backups.open', { id, file }),
    call('assessments.open', { id }),
  ]);
  if (!backup.ok) return backup;
  const pinned = backup.value.assessment.criteriaSet;
  const set = await criteriaSet(pinned.id, pinned.version);
  if (!set.ok) return set;
  const now = opened.ok ? opened.value.assessment.criteriaSet : pinned;
  const nowSet = await criteriaSet(now.id, now.version);
  if (!nowSet.ok) return nowSet;
  const current = currentFrom(opened, nowSet.value, set.value, backup.value.assessment);
  return { ok: true, value: { backup: backup.value, set: set.value, current, unsaved } };
}

const kindsOfLoss: Partial<Record<ErrorCode, 'damaged' | 'missing' | 'newer'>> = {
  damaged: 'damaged',
  not_found: 'missing',
  newer_format: 'newer',
};

function currentFrom(
  opened: Reply<OpenedAssessment>,
  set: CriteriaSet,
  backupSet: CriteriaSet,
  backup: Assessment,
): Current {
  if (!opened.ok) {
    const { code, message } = opened.error;
    return { kind: kindsOfLoss[code] ?? 'unknown', message };
  }
  const { assessment, readOnly = null } = opened.value;
  const found = differences(set, contentOf(assessment), contentOf(backup), backupSet);
  return { kind: 'readable', assessment, set, readOnly, differences: found };
}

/** Whether nothing readable is there, so that the backup becomes the assessment whole. */
export function isLost({ kind }: Current): boolean {
  return kind === 'damaged' || kind === 'missing';
}

export type Obstacle = 'unsaved' | 'unknown' | 'newer' | 'readOnly' | 'final' | 'otherRules' | 'same';

/** Why the backup is not to be restored; null when it may be. */
export function obstacleOf({ current, set, unsaved }: Preview): Obstacle | null {
  // NOTE: what is lost takes no save, so whatever this window holds of it must not stand in the way of its backup.
  if (isLost(current)) return null;
  if (unsaved) return 'unsaved';
  if (current.kind !== 'readable') return current.kind === 'newer' ? 'newer' : 'unknown';
  if (current.readOnly !== null) return 'readOnly';
  if (current.assessment.status === 'final') return 'final';
  // NOTE: what the one version asks the other need not ask; moving the draft says what becomes of each figure.
  if (current.set.id !== set.id || current.set.version !== set.version) return 'otherRules';
  return current.differences.length === 0 ? 'same' : null;
}

export type Restoring =
  | { readonly kind: 'restored' }
  | { readonly kind: 'unsaved' }
  /** Nothing was changed. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The answer got lost or the last step failed: the assessment may have been restored or not. */
  | { readonly kind: 'unknown'; readonly message: string };

export interface RestoreTargets extends Pick<PreviewSources, 'call' | 'settle'> {
  /** Drops what this window held of the assessment, all of it saved, so that it is loaded anew. */
  readonly forget: (id: string) => void;
  /** Under whose name it is done. */
  readonly by: () => string | null;
}

/** Restores what the preview showed, based on the version that it was compared with, and on no later one. */
export async function restorePreviewed(
  { call, settle, forget, by }: RestoreTargets,
  file: string,
  { backup, current }: Preview,
): Promise<Restoring> {
  const { id } = backup.assessment;
  const settled = await settle(id);
  if (!settled && !isLost(current)) return { kind: 'unsaved' };
  const basedOn = current.kind === 'readable' ? current.assessment.saves : null;
  const reply = await call('backups.restore', { id, file, basedOn, by: by() });
  if (!reply.ok) {
    const { code, message } = reply.error;
    return { kind: mayHaveSaved.has(code) ? 'unknown' : 'refused', message };
  }
  if (settled) forget(id);
  return { kind: 'restored' };
}
