/** `npm run --silent score < inputs.ndjson > scorecards.ndjson` */
import { pipeline } from 'node:stream/promises';
import { score } from '../../criteria/score.ts';
import { builtInSets } from '../../criteria/sets/built-in.ts';
import { exitStatus, runEntry } from './entry.ts';
import { parseLine } from './input-line.ts';
import { type Line, outputLine, readLines } from './ndjson.ts';
import { scoredLine } from './scored-line.ts';

function answer(line: Line): string {
  const parsed = parseLine(line, builtInSets);
  if (!parsed.ok) {
    process.exitCode = exitStatus.badLine;
    return outputLine(parsed.answer);
  }
  const { set, unit, answers } = parsed.input;
  return outputLine(scoredLine(set, unit, score(set, unit.class, answers)));
}

async function* answers(chunks: AsyncIterable<Uint8Array>) {
  for await (const lines of readLines(chunks)) yield lines.map(answer).join('');
}

await runEntry(() => pipeline(process.stdin, answers, process.stdout));
