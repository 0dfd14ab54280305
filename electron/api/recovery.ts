/** What the contract says of troubled files, of what was recovered, and of backups. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { AssessmentSummary } from './assessments.ts';

/** An assessment that cannot be used now. Its file is left exactly as it is. */
export interface TroubledFile {
  /** Its name in the folder of assessments. */
  readonly file: string;
  /**
   * `damaged`: not what was written, and no good backup to take its place. `missing`: gone, but there are backups.
   * `newer`: written by a later version of the program. `unreadable`: the system does not give its content now.
   */
  readonly kind: 'damaged' | 'missing' | 'newer' | 'unreadable';
  /** What is wrong, without a full stop. */
  readonly message: string;
  /** The assessment that belongs there; null for a file that has no assessment's name. */
  readonly id: string | null;
  /** When the file was last written, where that can be told. */
  readonly writtenAt: string | null;
  /** In bytes; null for a missing file. */
  readonly size: number | null;
  /** As last known; null when it never was. */
  readonly unitName: string | null;
  /** Whether it can be opened to be looked at. */
  readonly viewable: boolean;
}

/** A file that was moved aside, and its assessment taken from a backup. */
export interface RecoveredFile {
  /** Its name in the folder of damaged files. */
  readonly file: string;
  readonly id: string;
  /** When it was found and moved aside. */
  readonly at: string;
  /**
   * `damaged`: not what was written. `outdated`: whole, but an older or another state than the one saved last (a copy put
   * back by hand or by a cloud folder). Null when that is no longer known.
   */
  readonly because: 'damaged' | 'outdated' | null;
  /** In bytes. */
  readonly size: number;
  /** Of the assessment as it is now; null when that cannot be read. */
  readonly unitName: string | null;
  readonly year: number;
  /** When the state was saved that took its place; null when that is no longer known. */
  readonly savedAt: string | null;
  readonly acknowledged: boolean;
}

export interface RecoveryOverview {
  readonly troubled: readonly TroubledFile[];
  /** Latest first. */
  readonly recovered: readonly RecoveredFile[];
  /** Assessments that have backups in any place. */
  readonly assessments: readonly BackedUpAssessment[];
  readonly troubles: readonly StorageTrouble[];
  /** The second folder that every backup is copied to; null when none is wished for. */
  readonly secondFolder: string | null;
}

/** Something about this machine's disk that a person should see to; as a sentence without a full stop. */
export interface StorageTrouble {
  /**
   * `backups`: could not be made or read. `second_folder`: the same there. `clock`: it has gone back. `lock`: how the
   * data folder was found at the start. `update`: the data could not be copied before this version used it.
   */
  readonly about: 'backups' | 'second_folder' | 'settings' | 'clock' | 'lock' | 'update';
  readonly message: string;
}

export interface BackedUpAssessment {
  readonly id: string;
  readonly year: number;
  /** Null when the assessment cannot be read now. */
  readonly unitName: string | null;
}

export const filePlaces = ['assessments', 'damaged', 'backups'] as const;
export type FilePlace = (typeof filePlaces)[number];

export interface RawFile {
  readonly fileName: string;
  readonly base64: string;
}

export const backupReasons = ['save', 'migration', 'import', 'restore', 'reopening', 'moving'] as const;
/** `save`: the state that was saved. The others: the state before what they name. */
export type BackupReason = (typeof backupReasons)[number];

interface BackupFile {
  /** Its name in the assessment's folder of backups. */
  readonly file: string;
  readonly reason: BackupReason;
  readonly takenAt: string;
  /** In bytes. */
  readonly size: number;
  /** In this machine's data folder, in its part of the second folder only, or put into the second folder by another machine. */
  readonly place: 'here' | 'second_folder' | 'other_machine';
}

/** A backup with what it holds, or with why it cannot be used. */
export type Backup = BackupFile &
  (
    | { readonly good: true; readonly summary: AssessmentSummary }
    | { readonly good: false; readonly message: string }
  );

export interface OpenedBackup {
  readonly takenAt: string;
  readonly assessment: Assessment;
  readonly summary: AssessmentSummary;
}

export interface CopyFailure {
  readonly id: string;
  readonly unitName: string | null;
  readonly message: string;
}
