/**
 * `npm run audit`: fails where a package that people get has a known weakness of moderate severity or worse. Where nobody
 * can be asked it says so and passes; with `--must`, as for a release, it fails then too.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judge, readAnswer } from './audit-answer.ts';
import { shippedPackages } from './audit-lock.ts';
import { askNpm } from './audit-npm.ts';
import type { LockFile } from './lock-file.ts';

/** So that a machine without a network is not held up. */
const waitSeconds = 10;

const { values } = parseArgs({ options: { must: { type: 'boolean', default: false } } });
const lock = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
) as LockFile;
const answer = await askNpm(waitSeconds);
const { lines, ok } = judge(
  answer.given ? readAnswer(answer.text, shippedPackages(lock)) : { audited: false, reason: answer.reason },
  values.must,
);
for (const line of lines) process.stdout.write(`${line}\n`);
process.exitCode = ok ? 0 : 1;
