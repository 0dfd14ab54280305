/** `npm run --silent score < inputs.ndjson > scorecards.ndjson` */
import { pipeline } from 'node:stream/promises';
import { score } from '../../criteria/score.ts';
import { builtInSets } from '../../criteria/sets/built-in.ts';
import { parseLine } from './input-line.ts';
import { readLines, writeLines } from './ndjson.ts';
import { endQuietlyWhenReaderLeaves } from './reader.ts';
import { scoredLine } from './scored-line.ts';

async function* answers(chunks: AsyncIterable<Uint8Array>) {
  for await (const line of readLines(chunks)) {
    const parsed = parseLine(line, builtInSets);
    if (parsed.ok) {
      const { set, unit, answers } = parsed.input;
      yield scoredLine(set, unit, score(set, unit.class, answers));
    } else {
      process.exitCode = 1;
      yield parsed.answer;
    }
  }
}

await pipeline(process.stdin, answers, writeLines, process.stdout).catch(endQuietlyWhenReaderLeaves);
