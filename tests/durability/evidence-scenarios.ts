/** What the fault matrix does with evidence, and what must hold of it on any disk that is found at the next start. */
import { dirname } from 'node:path';
import type { Assessment } from '../../criteria/assessment.ts';
import type { FileEvidence } from '../../criteria/evidence.ts';
import { Evidence, filesNamedIn } from '../../electron/service/evidence.ts';
import type { AssessmentStore } from '../../electron/store/assessment-store.ts';
import { sha256Of } from '../../electron/store/evidence-folder.ts';
import { instantOf, withEvidence } from './proof-store.ts';
import type { SimulatedDisk } from './simulated-disk.ts';

const photo = Buffer.from('\xff\xd8\xff\xe0 điểm vui chơi', 'latin1');
const smaller = Buffer.from('\xff\xd8\xff\xe0 nhỏ', 'latin1');
const request = {
  base64: photo.toString('base64'),
  name: 'ảnh.jpg',
  printCopy: smaller.toString('base64'),
};
const sha256 = sha256Of(photo);

/** What another program wrote over the file. */
const strange = 'của chương trình khác';

export const evidencePath = (root: string) => `${root}/evidence/${sha256.slice(0, 2)}/${sha256}`;

export async function alterEvidence(disk: SimulatedDisk, dataFolder: string): Promise<void> {
  await disk.makeFolder(dirname(evidencePath(dataFolder)));
  disk.place(evidencePath(dataFolder), strange);
}

/** As the page does: the file first, and once that is kept, the assessment that names it. */
export async function attach(store: AssessmentStore, id: string, basedOn: number): Promise<Assessment> {
  const file = await new Evidence(store.evidence).add(request);
  return store.change(id, basedOn, withEvidence('1.1', [file], instantOf(80)));
}

/** In sentences: a file that an assessment names is there as it was attached, and nothing half lies anywhere. */
export async function faultsOfEvidence(
  store: AssessmentStore,
  id: string,
  disk: SimulatedDisk,
): Promise<readonly string[]> {
  const evidence = new Evidence(store.evidence);
  const now = await store.read(id);
  const faults = (await faultyFiles(evidence, now)).map(({ name }) => `${name} is named but not there`);
  for (const [path, bytes] of disk.contents()) {
    const [, hash] = /\/evidence\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(path) ?? [];
    if (hash !== undefined && sha256Of(bytes) !== hash && Buffer.from(bytes).toString() !== strange)
      faults.push(`${path} is not what it is called`);
  }
  await evidence.add(request);
  const { bytes } = await read(evidence, 'original');
  const copy = await read(evidence, 'print');
  if (!bytes.equals(photo)) faults.push('attached again, it reads back otherwise');
  if (!copy.bytes.equals(smaller)) faults.push('attached again, its copy for print reads back otherwise');
  await store.settled();
  return faults;
}

/** What was moved aside to make room for the good bytes is still somewhere. */
export function faultsOfAltered(disk: SimulatedDisk): readonly string[] {
  const kept = [...disk.contents().values()].some((bytes) => Buffer.from(bytes).toString() === strange);
  return kept ? [] : ['what lay in the place of the file is gone'];
}

async function faultyFiles(evidence: Evidence, assessment: Assessment): Promise<readonly FileEvidence[]> {
  if (filesNamedIn(assessment).length === 0) return [];
  const { missing, altered } = await evidence.check(assessment);
  return [...missing, ...altered];
}

async function read(evidence: Evidence, copy: 'original' | 'print') {
  const { base64 } = await evidence.read(sha256, copy);
  return { bytes: Buffer.from(base64, 'base64') };
}
