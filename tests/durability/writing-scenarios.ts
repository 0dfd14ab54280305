/** The scenarios of one durable write, without the store around it. */
import { writeDurably } from '../../electron/store/durable-file.ts';
import type { FileSystem } from '../../electron/store/file-system.ts';
import type { Attempt, Scenario } from './fault-matrix.ts';
import { SimulatedDisk } from './simulated-disk.ts';

const path = '/data/file.json';
const before = 'the state before';
const bytesOf = (text: string) => new TextEncoder().encode(text);

interface Writing {
  readonly name: string;
  /** What lies there before. */
  readonly there?: string;
  readonly texts: readonly string[];
  /** Whether each is written without waiting for the one before. */
  readonly atOnce?: boolean;
  readonly prepare?: () => Promise<SimulatedDisk>;
}

async function diskWith(text?: string): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  await disk.makeFolder('/data');
  if (text !== undefined) disk.place(path, text);
  return disk;
}

async function diskOfBrokenOffWrite(): Promise<SimulatedDisk> {
  const disk = await diskWith(before);
  disk.strikeBy({ stopAt: 4 });
  void writeDurably(disk, path, bytesOf('the state after'));
  await disk.stopped;
  return disk.copy();
}

function attempt({ there, texts, atOnce }: Writing, files: FileSystem): Attempt {
  /** What the file may hold: what was acknowledged last, or what was written since without word. */
  let allowed = [there];
  const failed: unknown[] = [];
  const write = async (text: string) => {
    allowed.push(text);
    try {
      await writeDurably(files, path, bytesOf(text));
      allowed = atOnce ? texts.slice() : [text];
    } catch (error) {
      failed.push(error);
    }
  };
  return {
    async run() {
      if (atOnce) await Promise.all(texts.map(write));
      else for (const text of texts) await write(text);
    },
    async faultsOfRun({ failure }) {
      if (failure === undefined)
        return failed.length === 0 ? [] : [`failed with nothing wrong: ${failed[0]}`];
      if (failure.forEver) return [];
      try {
        await writeDurably(files, path, bytesOf('one more'));
        allowed = ['one more'];
        return [];
      } catch (error) {
        return [`a further write fails: ${error}`];
      }
    },
    async faultsOfDisk(disk) {
      const bytes = disk.contents().get(path);
      const found = bytes && new TextDecoder().decode(bytes);
      return allowed.includes(found)
        ? []
        : [`found ${JSON.stringify(found)}, not one of ${JSON.stringify(allowed)}`];
    },
  };
}

const writings: readonly Writing[] = [
  { name: 'a first write', texts: ['first'] },
  { name: 'a write over another', there: before, texts: ['the state after'] },
  { name: 'two writes', there: before, texts: ['the state after, at more length', 'second'] },
  {
    name: 'two writes at once',
    there: before,
    texts: ['the state after, at more length', 'second'],
    atOnce: true,
  },
  {
    name: 'a write beside what a stop left',
    there: before,
    texts: ['the state after'],
    prepare: diskOfBrokenOffWrite,
  },
];

export const writingScenarios: readonly Scenario[] = writings.map((writing) => ({
  name: writing.name,
  prepare: async () => ({
    before: await (writing.prepare?.() ?? diskWith(writing.there)),
    begin: async (files) => attempt(writing, files),
  }),
}));
