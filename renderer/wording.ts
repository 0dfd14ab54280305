/** The sentences about scores in the language of the interface, which each call asks for anew. */
import i18next from 'i18next';
import { english } from '../criteria/wording/english.ts';
import type { Sentences } from '../criteria/wording/sentences.ts';
import { vietnamese } from '../criteria/wording.ts';

export { lowerFirst, numberText } from '../criteria/wording/numbers.ts';

function sentences(): Sentences {
  return i18next.language === 'en' ? english : vietnamese;
}

export const aboveText: Sentences['aboveText'] = (...facts) => sentences().aboveText(...facts);
export const bandText: Sentences['bandText'] = (...facts) => sentences().bandText(...facts);
export const calculationText: Sentences['calculationText'] = (...facts) =>
  sentences().calculationText(...facts);
export const checkText: Sentences['checkText'] = (...facts) => sentences().checkText(...facts);
export const localised: Sentences['localised'] = (...facts) => sentences().localised(...facts);
export const nextBandText: Sentences['nextBandText'] = (...facts) => sentences().nextBandText(...facts);
export const nextCheckText: Sentences['nextCheckText'] = (...facts) => sentences().nextCheckText(...facts);
export const passText: Sentences['passText'] = (...facts) => sentences().passText(...facts);
export const pointsText: Sentences['pointsText'] = (...facts) => sentences().pointsText(...facts);
export const provisionalText: Sentences['provisionalText'] = () => sentences().provisionalText();
export const reasonText: Sentences['reasonText'] = (...facts) => sentences().reasonText(...facts);
export const ruleLines: Sentences['ruleLines'] = (...facts) => sentences().ruleLines(...facts);
export const verdictText: Sentences['verdictText'] = (...facts) => sentences().verdictText(...facts);
