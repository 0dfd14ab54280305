/** A batch of scorecards through our press, and the same scorecards through those who could have printed them. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ScorecardInput } from '../electron/documents/document-input.ts';
import { type Benchmark, median, type Row, rounded, timed } from './measure.ts';
import { type Contestant, chromium, type Entry, ours, pdfmake, reactPdf, typst } from './pdf/contestants.ts';
import { provedSame } from './pdf/same-content.ts';
import { installPeers } from './peers.ts';
import { scorecards } from './scorecards.ts';

const documents = 100;
const rounds = 3;
/** Before each turn, so that all are as warm; from the second round on all have printed a whole batch before. */
const warmUpShare = 0.1;

/** Which documents are compared with ours before anything is measured. */
const sampled = [0, 4, 9];

interface Entrant {
  readonly name: string;
  readonly enter: Entry;
  /** Of the batch, where the whole of it would take many minutes. */
  readonly documents?: number;
}

const press: Entrant = { name: 'ours', enter: ours() };
/** Shows what comes of the engine, and what of the threads. */
const oneThread: Entrant = { name: 'ours, one thread', enter: ours(1) };
const peers: readonly (Entrant & { readonly id: string; readonly target: string })[] = [
  { id: 'pdf.vs-pdfmake', target: '>=5', name: 'pdfmake', enter: pdfmake },
  { id: 'pdf.vs-react-pdf', target: '>1', name: 'react-pdf', enter: reactPdf, documents: 10 },
  { id: 'pdf.vs-chromium', target: '>1', name: 'Chromium', enter: chromium },
  { id: 'pdf.vs-typst', target: '>1', name: 'Typst', enter: typst },
];

interface Runner extends Entrant {
  readonly contestant: Contestant;
  readonly samples: readonly Uint8Array[];
  /** Milliseconds for a document, by round. */
  readonly taken: number[];
  /** Milliseconds of all processors for a document, by round: steadier than time where much else is running. */
  readonly worked: number[];
}

export const pdf: Benchmark = {
  name: 'pdf',
  async run() {
    installPeers();
    const all = scorecards(documents);
    const blocks = await longestBlocks(all);
    const runners: Runner[] = [];
    const failures = new Map<string, string>();
    for (const entrant of [press, oneThread, ...peers])
      try {
        const contestant = await entrant.enter(all);
        runners.push({ ...entrant, contestant, samples: await samplesOf(contestant), taken: [], worked: [] });
      } catch (error) {
        if (entrant === press) throw error;
        failures.set(entrant.name, firstLine(error));
      }
    const pages = await provedPages(runners);

    for (let round = 0; round < rounds; round += 1)
      for (const runner of runners) {
        const count = runner.documents ?? documents;
        await batch(runner.contestant, count * warmUpShare);
        const before = process.cpuUsage();
        runner.taken.push((await timed(() => batch(runner.contestant, count))) / count);
        const { user, system } = process.cpuUsage(before);
        runner.worked.push((user + system) / 1_000 / count);
      }
    for (const { contestant } of runners) await contestant.close();
    return rows(runners, pages, failures, blocks);
  },
};

/**
 * Of the host's event loop while a batch is printed, threads started and all, in milliseconds by round.
 * NOTE: before the peers are there, or it would be their garbage that the host stops for.
 */
async function longestBlocks(all: readonly ScorecardInput[]): Promise<readonly number[]> {
  const blocks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const loop = monitorEventLoopDelay({ resolution: 1 });
    loop.enable();
    const contestant = await press.enter(all);
    await batch(contestant, documents);
    loop.disable();
    blocks.push(loop.max / 1e6);
    await contestant.close();
  }
  return blocks;
}

/** Some documents, to be compared with ours; ends the contestant that cannot print them. */
async function samplesOf(contestant: Contestant): Promise<readonly Uint8Array[]> {
  try {
    const samples: Uint8Array[] = [];
    for (const n of sampled) samples.push(await contestant.print(n));
    return samples;
  } catch (error) {
    await contestant.close();
    throw error;
  }
}

/** The pages of the first document by contestant. Throws an Error when one of them leaves something out: it would be quick for the wrong reason. */
async function provedPages(runners: readonly Runner[]): Promise<ReadonlyMap<string, number>> {
  const model = runners.find(({ name }) => name === press.name)?.samples ?? [];
  const pages = new Map<string, number>();
  for (const { name, samples } of runners)
    for (const [index, ours] of model.entries()) {
      const count = await provedSame(name, ours, samples[index] ?? new Uint8Array());
      if (index === 0) pages.set(name, count);
    }
  return pages;
}

/** Prints the first documents, as many at a time as the contestant can; what it gives is let go. */
async function batch({ abreast, print }: Contestant, count: number): Promise<void> {
  let next = 0;
  const line = async () => {
    while (next < count) {
      next += 1;
      await print(next - 1);
    }
  };
  await Promise.all(Array.from({ length: abreast }, line));
}

function rows(
  runners: readonly Runner[],
  pages: ReadonlyMap<string, number>,
  failures: ReadonlyMap<string, string>,
  blocks: readonly number[],
): readonly Row[] {
  const detailOf = (wanted: readonly string[]) => {
    const detail: Record<string, number | string> = { documents, 'warm-up': documents * warmUpShare };
    for (const { name, contestant, taken, worked, samples, documents: some } of runners) {
      if (!wanted.includes(name)) continue;
      detail[`${name} ms`] = rounded(median(taken));
      if (!contestant.elsewhere) detail[`${name} processor ms`] = rounded(median(worked));
      detail[`${name} pages`] = pages.get(name) ?? 0;
      detail[`${name} bytes`] = samples[0]?.length ?? 0;
      if (contestant.abreast > 1) detail[`${name} threads`] = contestant.abreast;
      if (some !== undefined) detail[`${name} documents`] = some;
    }
    for (const [name, reason] of failures) if (wanted.includes(name)) detail[`${name} failed`] = reason;
    return detail;
  };
  const of = (wanted: string) => median(runners.find(({ name }) => name === wanted)?.taken ?? []);
  const value = (figure: number) => (Number.isNaN(figure) ? null : rounded(figure));
  return [
    ...peers.map(
      ({ id, name, target }): Row => ({
        id,
        value: value(of(name) / of(press.name)),
        unit: 'ratio',
        target,
        detail: detailOf([press.name, oneThread.name, name]),
      }),
    ),
    {
      id: 'pdf.block',
      value: rounded(median(blocks)),
      unit: 'ms',
      target: '<=50',
      detail: { rounds, 'longest of all ms': rounded(Math.max(...blocks)) },
    },
  ];
}

const firstLine = (error: unknown) => String(error).split('\n')[0] ?? '';
