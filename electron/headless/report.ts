/** `npm run --silent report -- --out DIR < inputs.ndjson` */
import { promises as fs } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { builtInSets } from '../../criteria/sets/built-in.ts';
import { parseLine } from './input-line.ts';
import { readLines, writeLines } from './ndjson.ts';
import { printInput } from './print-input.ts';
import { endQuietlyWhenReaderLeaves } from './reader.ts';

function outFolder(): string | undefined {
  try {
    return parseArgs({ options: { out: { type: 'string' } } }).values.out;
  } catch {
    return undefined;
  }
}

async function report(folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true });
  const taken = new Set<string>();
  async function* answers(chunks: AsyncIterable<Uint8Array>) {
    for await (const line of readLines(chunks)) {
      const parsed = parseLine(line, builtInSets);
      if (parsed.ok) {
        const { scorecard, files } = await printInput(parsed.input, folder, taken);
        yield { line: line.number, code: parsed.input.unit.code, verdict: scorecard.verdict, files };
      } else {
        process.exitCode = 1;
        yield parsed.answer;
      }
    }
  }
  await pipeline(process.stdin, answers, writeLines, process.stdout).catch(endQuietlyWhenReaderLeaves);
}

const folder = outFolder();
if (folder === undefined) {
  process.stderr.write('Cần thư mục để ghi: npm run --silent report -- --out THU_MUC < inputs.ndjson\n');
  process.exitCode = 2;
} else {
  await report(folder);
}
