import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { seldom } from './seldom.ts';

function reporting() {
  let time = 0;
  const noted: string[] = [];
  const report = seldom(
    (what) => noted.push(what),
    () => time,
  );
  return { noted, report, pass: (milliseconds: number) => (time += milliseconds) };
}

const full = (path: string) =>
  new Refusal('storage_failed', `Không ghi được ${path}`, {
    cause: Object.assign(new Error(path), { code: 'ENOSPC', path }),
  });
const pulledOut = new Refusal('storage_failed', '', {
  cause: Object.assign(new Error(), { code: 'ENODEV' }),
});

describe('a fault that comes again', () => {
  test('is noted once a minute, whatever it is about', () => {
    const { noted, report, pass } = reporting();
    for (let n = 0; n < 5; n += 1) report('assessments.save', full(`tệp ${n}`));
    expect(noted).toHaveLength(1);
    pass(59_999);
    report('assessments.save', full('tệp'));
    expect(noted).toHaveLength(1);
    pass(1);
    report('assessments.save', full('tệp'));
    expect(noted).toHaveLength(2);
  });

  test('hides no other one', () => {
    const { noted, report } = reporting();
    report('assessments.save', full('tệp'));
    report('assessments.save', pulledOut);
    report('settings.change', pulledOut);
    report('settings.change', new TypeError('x'));
    report('settings.change', 'x');
    expect(noted).toHaveLength(5);
  });
});
