/** `npm run demo`: scores the sample district and writes every kind of PDF to ./out. */
import { join } from 'node:path';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { numberText, reasonText, verdictText } from '../../criteria/wording.ts';
import { sampleDistrict } from '../sample/sample-district.ts';
import { nodeFileSystem } from '../store/file-system.ts';
import { DocumentFolder } from './document-folder.ts';
import { runEntry } from './entry.ts';

const path = 'out';
const found = builtInSets.get(currentSetId);
if (found === undefined) throw new Error(`no criteria set ${currentSetId}`);
const set = found;
const year = new Date().getFullYear();

async function demo(): Promise<void> {
  await nodeFileSystem.makeFolder(path);
  const folder = new DocumentFolder(path, nodeFileSystem);
  say(`Huyện mẫu (hư cấu), năm ${year}, ${set.title.vi}, ${set.legalBasis.vi}\n`);
  for (const { unit, answers, notes } of sampleDistrict(year)) {
    const { scorecard, files } = await folder.print({ set, unit, year, answers, notes });
    const points = `${numberText(scorecard.total)}/${numberText(scorecard.max)} (tối thiểu ${scorecard.threshold})`;
    const provisional = scorecard.provisional ? ', tạm tính' : '';
    say(`${unit.name}: ${points}, ${verdictText[scorecard.verdict]}${provisional}`);
    for (const reason of scorecard.reasons) say(`  - ${reasonText(set, reason)}`);
    for (const file of files) say(`  ${join(path, file)}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runEntry(demo);
