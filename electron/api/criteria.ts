/** What the contract says of criteria sets: reading, confirming, correcting and exchanging them. */
import { z } from 'zod';
import type { ImpactLine } from '../../criteria/rules/impact.ts';
import type { PublishedSet, SetVersion } from '../../criteria/rules/published-set.ts';
import { attestationSchema, ruleKeySchema } from '../../criteria/rules/register.ts';
import type { RuleCount } from '../../criteria/rules/rules.ts';
import type { SetDifference } from '../../criteria/rules/set-difference.ts';
import type { SetDraft } from '../../criteria/rules/set-draft.ts';
import type { CriteriaSet, Localised } from '../../criteria/schema.ts';
import type { SetFault } from '../../criteria/set-faults.ts';

/** Of a file with a criteria set, in bytes: the longest register with the longest words has room in it. */
export const largestSetFile = 32 * 1024 * 1024;

/** A published version, as a line of the list. */
export interface SetLine extends SetVersion {
  readonly title: Localised;
  readonly legalBasis: Localised;
  readonly validFrom: string;
  readonly fictional: boolean;
  /** Whether it came with the program. */
  readonly builtIn: boolean;
  /** When and by whom it was made or taken in here; null for one that came with the program. */
  readonly madeAt: string | null;
  readonly madeBy: string | null;
  readonly basedOn: SetVersion | null;
  readonly rules: RuleCount;
  /** SHA-256 of the set as it stands, as documents name it; 64 hexadecimal digits. */
  readonly hash: string;
  /** How many assessments on this machine are pinned to it. */
  readonly drafts: number;
  readonly finals: number;
}

export interface SetDraftLine {
  /** The id that the set is to have; it names the draft. */
  readonly id: string;
  readonly version: number;
  readonly title: Localised;
  readonly basedOn: SetVersion;
  /** How many rules say something else than before; all in a new set. */
  readonly changed: number;
  readonly updatedAt: string;
}

export interface CriteriaOverview {
  /** What new assessments use. */
  readonly inUse: SetVersion;
  /** By id, the newest version first; those in use come first, fictional ones last. */
  readonly sets: readonly SetLine[];
  readonly drafts: readonly SetDraftLine[];
  /** Files of sets that could not be read, with what was done about it. Sentences without a full stop. */
  readonly troubled: readonly { readonly file: string; readonly message: string }[];
}

/** A published version in full. */
export interface OpenedSet {
  readonly published: PublishedSet;
  /** As it stands with its register. */
  readonly set: CriteriaSet;
  readonly hash: string;
  readonly builtIn: boolean;
  /** Counts entries of the register: a change based on an older state is refused. */
  readonly entries: number;
}

/** What other rules would make of the assessments of this machine, those with an effect first. */
export interface Impact {
  readonly lines: readonly ImpactLine[];
  /** Names of assessments that cannot be read now, so that nothing is known about them. */
  readonly unknown: readonly string[];
}

/** What a file with a criteria set is, before it is taken in. */
export type SetFileCheck =
  | {
      readonly state: 'broken';
      /** Every fault by place; `path` is empty for the file as a whole. */
      readonly faults: readonly SetFault[];
    }
  | {
      readonly state: 'readable';
      readonly set: CriteriaSet;
      readonly hash: string;
      /** Whether the file still is as this program wrote it; false for one that an author wrote. */
      readonly sealed: boolean;
      readonly rules: RuleCount;
      /**
       * `new`: can be taken in as it is. `known`: already here, nothing to do. `confirmations`: here, but the file
       * confirms more. `taken`: another set has this id and version here; it can be taken in as the next version.
       */
      readonly outlook: 'new' | 'known' | 'confirmations' | 'taken';
      /** The version that it would have here. */
      readonly becomes: SetVersion;
      /** What it is compared with; null when nothing here has its id. */
      readonly comparedWith: SetVersion | null;
      readonly differences: readonly SetDifference[];
      /** How many confirmations would be added to what is here. */
      readonly confirmations: number;
      /** How many confirmations of what is here would be taken back. */
      readonly withdrawals: number;
    };

export const confirmationSchema = z.strictObject({
  rules: z.array(ruleKeySchema).min(1).max(2_000),
  ...attestationSchema.shape,
});

export type { SetDifference } from '../../criteria/rules/set-difference.ts';

export type SavedDraft = Pick<SetDraft, 'saves' | 'updatedAt'>;
