/** `npm run --silent report -- --out DIR < inputs.ndjson` */
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { builtInSets } from '../../criteria/sets/built-in.ts';
import { Press } from '../printing/press.ts';
import { sharedFileSystem } from '../store/file-system.ts';
import { DocumentFolder } from './document-folder.ts';
import { exitStatus, runEntry } from './entry.ts';
import { parseLine } from './input-line.ts';
import { type Line, outputLine, readLines } from './ndjson.ts';
import { programVersion } from './program-version.ts';

function outFolder(): string | undefined {
  try {
    return parseArgs({ options: { out: { type: 'string' } } }).values.out || undefined;
  } catch {
    return undefined;
  }
}

async function report(path: string, press: Press): Promise<void> {
  await sharedFileSystem.makeFolder(path);
  const folder = new DocumentFolder(path, sharedFileSystem, press, programVersion());

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
  /** In the order of the lines, with enough of a chunk's lines begun to keep the press busy. */
  async function* answers(chunks: AsyncIterable<Uint8Array>) {
    for await (const lines of readLines(chunks)) {
      const begun: Promise<string>[] = [];
      for (const line of lines) {
        const answering = answer(line);
        // NOTE: a failure is met where its turn comes; until then it must not look unhandled.
        answering.catch(() => undefined);
        begun.push(answering);
        if (begun.length > press.threads) yield (await begun.shift()) ?? '';
      }
      for (const answering of begun) yield await answering;
    }
  }
  await pipeline(process.stdin, answers, process.stdout);
}

const folder = outFolder();
if (folder === undefined) {
  process.stderr.write('Cần thư mục để ghi: npm run --silent report -- --out THU_MUC < inputs.ndjson\n');
  process.exitCode = exitStatus.wrongCall;
} else {
  const press = new Press();
  await runEntry(() => report(folder, press));
  await press.close();
}
