/** `npm run bench [-- --json] [-- --only save,list,rescore,pdf,ui]`: measures side by side in one run; medians and ratios. */
import { parseArgs } from 'node:util';
import { list } from './list.ts';
import type { Row } from './measure.ts';
import { pdf } from './pdf.ts';
import { rescore } from './rescore.ts';
import { save } from './save.ts';
import { ui } from './ui.ts';

const benchmarks = [save, list, rescore, pdf, ui];

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const wanted = values.only?.split(',') ?? benchmarks.map(({ name }) => name);
for (const name of wanted)
  if (!benchmarks.some((benchmark) => benchmark.name === name))
    throw new RangeError(`no benchmark ${name}; there are ${benchmarks.map((one) => one.name).join(', ')}`);

for (const benchmark of benchmarks.filter(({ name }) => wanted.includes(name)))
  for (const row of await benchmark.run())
    process.stdout.write(`${values.json ? JSON.stringify(row) : inWords(row)}\n`);

function inWords({ id, value, unit, target, detail }: Row): string {
  const details = Object.entries(detail).map(([key, figure]) => `    ${key.padEnd(20)} ${figure}`);
  return [`${id.padEnd(16)} ${value ?? 'not measured:'} ${unit} (target ${target})`, ...details].join('\n');
}
