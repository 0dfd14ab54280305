import { evidenceNameLimit } from '../../criteria/evidence.ts';
import { keptText } from '../../criteria/unit.ts';

/** The name of a file as it is kept: on one line, never too long, its ending in place, and no path to anywhere. */
export function keptFileName(name: string): string {
  const line = keptText(name).replace(/[/\\]/g, '_').replace(/\s+/g, ' ');
  if (line.length <= evidenceNameLimit) return line;
  const ending = /\.[^. ]{1,10}$/.exec(line)?.[0] ?? '';
  return `${line.slice(0, evidenceNameLimit - ending.length - 1).trim()}…${ending}`.toWellFormed();
}
