/** `npm run demo`: scores the sample district and writes every kind of PDF to ./out. */
import { join } from 'node:path';
import { unsetOffice } from '../../criteria/office.ts';
import { builtInSets, currentSetId } from '../../criteria/sets/built-in.ts';
import { numberText, reasonText, verdictText } from '../../criteria/wording.ts';
import type { SummaryUnit } from '../documents/document-input.ts';
import { Press } from '../printing/press.ts';
import { sampleDistrict } from '../sample/sample-district.ts';
import { sharedFileSystem } from '../store/file-system.ts';
import { DocumentFolder, scoredInput } from './document-folder.ts';
import { runEntry } from './entry.ts';
import { programVersion } from './program-version.ts';

const path = 'out';
const found = builtInSets.get(currentSetId);
if (found === undefined) throw new Error(`no criteria set ${currentSetId}`);
const set = found;
const year = new Date().getFullYear();

async function demo(press: Press): Promise<void> {
  await sharedFileSystem.makeFolder(path);
  const version = programVersion();
  const folder = new DocumentFolder(path, sharedFileSystem, press, version);
  say(`Huyện mẫu (hư cấu), năm ${year}, ${set.title.vi}, ${set.legalBasis.vi}\n`);
  const units: SummaryUnit[] = [];
  for (const { unit, answers, notes } of sampleDistrict(year)) {
    const input = { set, unit, year, answers, notes, evidence: {} };
    const { scorecard, files } = await folder.print(input);
    units.push({ unit, status: scorecard.complete ? 'final' : 'draft', revision: 1, scorecard });
    const points = `${numberText(scorecard.total)}/${numberText(scorecard.max)} (tối thiểu ${scorecard.threshold})`;
    const provisional = scorecard.provisional ? ', tạm tính' : '';
    say(`${unit.name}: ${points}, ${verdictText[scorecard.verdict]}${provisional}`);
    for (const reason of scorecard.reasons) say(`  - ${reasonText(set, reason)}`);
    for (const file of [
      ...files,
      await folder.write({ kind: 'minutes', input: scoredInput(input, version) }),
    ])
      say(`  ${join(path, file)}`);
  }
  const shared = { date: `${year}-01-01`, office: unsetOffice };
  say('Cả huyện:');
  for (const order of [
    { kind: 'summary', input: { ...shared, year, groups: [{ set, units }], missing: [] } },
    { kind: 'checklist', input: { ...shared, set, about: null } },
  ] as const)
    say(`  ${join(path, await folder.write(order))}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const press = new Press();
await runEntry(() => demo(press));
await press.close();
