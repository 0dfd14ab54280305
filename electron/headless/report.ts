/** `npm run --silent report -- --out DIR < inputs.ndjson` */
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { builtInSets } from '../../criteria/sets/built-in.ts';
import { nodeFileSystem } from '../store/file-system.ts';
import { DocumentFolder } from './document-folder.ts';
import { exitStatus, runEntry } from './entry.ts';
import { parseLine } from './input-line.ts';
import { type Line, outputLine, readLines } from './ndjson.ts';

function outFolder(): string | undefined {
  try {
    return parseArgs({ options: { out: { type: 'string' } } }).values.out || undefined;
  } catch {
    return undefined;
  }
}

async function report(path: string): Promise<void> {
  await nodeFileSystem.makeFolder(path);
  const folder = new DocumentFolder(path, nodeFileSystem);

  async function answer(line: Line): Promise<string> {
    const parsed = parseLine(line, builtInSets);
    if (!parsed.ok) {
      process.exitCode = exitStatus.badLine;
      return outputLine(parsed.answer);
    }
    const { scorecard, ...files } = await folder.print(parsed.input);
    return outputLine({
      line: line.number,
      code: parsed.input.unit.code,
      verdict: scorecard.verdict,
      ...files,
    });
  }
  async function* answers(chunks: AsyncIterable<Uint8Array>) {
    for await (const lines of readLines(chunks)) for (const line of lines) yield await answer(line);
  }
  await pipeline(process.stdin, answers, process.stdout);
}

const folder = outFolder();
if (folder === undefined) {
  process.stderr.write('Cần thư mục để ghi: npm run --silent report -- --out THU_MUC < inputs.ndjson\n');
  process.exitCode = exitStatus.wrongCall;
} else {
  await runEntry(() => report(folder));
}
