/** `npm run demo`: scores the sample district and writes every kind of PDF to ./out. */
import { promises as fs } from 'node:fs';
import { join } from 'node:path';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { numberText, reasonText, verdictText } from '../../criteria/wording.ts';
import { sampleDistrict } from '../sample/sample-district.ts';
import { printInput } from './print-input.ts';

const folder = 'out';
const set = builtInSets.get(currentSetId);
if (set === undefined) throw new Error(`no criteria set ${currentSetId}`);
const year = new Date().getFullYear();
const taken = new Set<string>();

await fs.mkdir(folder, { recursive: true });
process.stdout.write(`Huyện mẫu (hư cấu), năm ${year}, ${set.title.vi}, ${set.legalBasis.vi}\n\n`);
for (const { unit, answers, notes } of sampleDistrict(year)) {
  const { scorecard, files } = await printInput({ set, unit, year, answers, notes }, folder, taken);
  const points = `${numberText(scorecard.total)}/${numberText(scorecard.max)} (tối thiểu ${scorecard.threshold})`;
  const provisional = scorecard.provisional ? ', tạm tính' : '';
  process.stdout.write(`${unit.name}: ${points}, ${verdictText[scorecard.verdict]}${provisional}\n`);
  for (const reason of scorecard.reasons) process.stdout.write(`  - ${reasonText(set, reason)}\n`);
  for (const file of files) process.stdout.write(`  ${join(folder, file)}\n`);
}
