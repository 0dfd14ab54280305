/** What the contract says of scorecards that come back as PDF. */
import type { Assessment } from '../../criteria/assessment.ts';
import type { Verdict } from '../../criteria/score.ts';
import type { Unit } from '../../criteria/unit.ts';

/** Of a PDF that can be checked, in bytes. */
export const largestSheet = 8 * 1024 * 1024;

/**
 * What can be told of a PDF. It is integrity, not a signature: whoever has the program can make a sheet that is
 * genuine in this sense. A sentence is without a full stop.
 */
export type SheetCheck =
  | {
      readonly verdict: 'genuine';
      /** What a reader should know: that the file was signed or saved again since, or by which version it was printed. */
      readonly remarks: readonly string[];
      readonly sheet: SheetSummary;
      readonly imports: Readonly<Record<ImportUse, ImportOutlook>>;
    }
  | {
      /**
       * The attachment is whole and fits together, but the pages cannot be compared with it, because another version of
       * the program or another criteria set printed them; whoever makes a false sheet can choose that.
       */
      readonly verdict: 'unchecked';
      readonly message: string;
      readonly remarks: readonly string[];
      readonly sheet: SheetSummary;
      readonly imports: Readonly<Record<ImportUse, ImportOutlook>>;
    }
  | {
      readonly verdict: 'altered';
      readonly differences: readonly SheetDifference[];
      readonly remarks: readonly string[];
      /** What the attachment says, where it can be read. */
      readonly sheet: SheetSummary | null;
    }
  | { readonly verdict: 'not_ours'; readonly message: string };

export interface SheetSummary {
  readonly unit: Unit;
  readonly year: number;
  readonly status: Assessment['status'];
  readonly revision: number;
  readonly total: number;
  readonly max: number;
  readonly threshold: number;
  readonly verdict: Verdict;
  readonly provisional: boolean;
  /** The check code, as 64 hexadecimal digits. */
  readonly sha256: string;
  /** ISO date of the document. */
  readonly date: string;
  /** Of the program that printed it. */
  readonly printedBy: string;
}

export interface SheetDifference {
  /** Null for what is about the file or its attachment as a whole. */
  readonly page: number | null;
  readonly message: string;
  /** What the figures in the attachment give for that place; null when nothing stands there. */
  readonly expected: string | null;
  /** What the page says there; null when nothing does. */
  readonly found: string | null;
}

export const importUses = ['draft', 'last_year'] as const;
export type ImportUse = (typeof importUses)[number];

/** What an import would do, to be looked at first. */
export type ImportOutlook =
  | {
      readonly possible: true;
      /** Of the assessment that would come of it. */
      readonly id: string;
      /** The assessment that is there now and whose figures would give way; null when a new one is made. */
      readonly present: Assessment | null;
      /** What would come of it. */
      readonly outcome: Assessment;
      /** What a person should know before, as sentences without a full stop. */
      readonly remarks: readonly string[];
    }
  | { readonly possible: false; readonly message: string };
