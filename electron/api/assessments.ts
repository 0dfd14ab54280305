/** What the contract says of the list and of opened assessments. */
import type { Answers } from '../../criteria/answers.ts';
import type { Assessment } from '../../criteria/assessment.ts';
import type { SetVersion } from '../../criteria/rules/published-set.ts';
import type { Localised } from '../../criteria/schema.ts';
import type { Verdict } from '../../criteria/score.ts';
import type { Unit, UnitType } from '../../criteria/unit.ts';
import type { Preferences } from './preferences.ts';
import type { RecoveredFile, StorageTrouble, TroubledFile } from './recovery.ts';

export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'browser';
  readonly dataFolder: string;
  /** The year that the clock says, as the list's first choice. */
  readonly year: number;
  readonly preferences: Preferences;
  /** Names of those who have assessed on this machine, the latest first. */
  readonly assessors: readonly string[];
}

export interface CatalogueUnit {
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly province: string;
}

export interface AssessmentSummary {
  readonly id: string;
  readonly unit: Unit;
  readonly year: number;
  /** That it is pinned to. */
  readonly criteriaSet: SetVersion;
  /** What its set calls the class of the unit. */
  readonly classLabel: Localised;
  readonly status: Assessment['status'];
  readonly revision: number;
  readonly sample: boolean;
  readonly updatedAt: string;
  readonly total: number;
  readonly max: number;
  readonly threshold: number;
  readonly verdict: Verdict;
  readonly provisional: boolean;
  /** Indicators with points, of all. */
  readonly answered: number;
  readonly indicators: number;
  /** Ids of criteria that are complete and at zero. */
  readonly criteriaAtZero: readonly string[];
}

export interface OpenedAssessment {
  readonly assessment: Assessment;
  /** The latest earlier assessment of the same unit on this machine, whose figures are shown beside these. */
  readonly earlier?: {
    readonly year: number;
    readonly status: Assessment['status'];
    readonly answers: Answers;
  };
  /** Why it can only be looked at, as a sentence; absent when it can be changed. */
  readonly readOnly?: string;
}

export interface AssessmentList {
  readonly assessments: readonly AssessmentSummary[];
  readonly troubled: readonly TroubledFile[];
  /** Recovered files that nobody has acknowledged yet, latest first. */
  readonly recovered: readonly RecoveredFile[];
  readonly troubles: readonly StorageTrouble[];
  /** Every year that has assessments, latest first. */
  readonly years: readonly number[];
}
