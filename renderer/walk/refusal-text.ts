import type { TFunction } from 'i18next';
import type { Refusal } from '../session/working-copy.ts';
import { aboveText } from '../wording.ts';

/** Why a field is marked, as a sentence beside it. */
export function refusalText(t: TFunction, refusal: Refusal | undefined): string | undefined {
  if (refusal === undefined) return undefined;
  return refusal.kind === 'pair' ? aboveText(refusal.above) : t(`figure.fault.${refusal.fault}`);
}
