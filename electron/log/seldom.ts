/** Faults of calls are tried again and again, by the page and by people: the same is noted once a minute. */

/** In milliseconds. */
const silence = 60_000;

type Report = (what: string, fault: unknown) => void;

/** Passes on what has not been reported within the last minute. `now` in milliseconds, never going back. */
export function seldom(report: Report, now: () => number = () => performance.now()): Report {
  const reported = new Map<string, number>();
  return (what, fault) => {
    const kind = `${what} ${kindOf(fault)}`;
    const last = reported.get(kind);
    if (last !== undefined && now() - last < silence) return;
    reported.set(kind, now());
    report(what, fault);
  };
}

/** By names and codes, down to the first cause. NOTE: not by paths or messages, of which there can be any number. */
function kindOf(fault: unknown): string {
  if (!(fault instanceof Error)) return typeof fault;
  const own = `${fault.name} ${'code' in fault ? fault.code : ''}`;
  return fault.cause === undefined || fault.cause === fault ? own : `${own} ${kindOf(fault.cause)}`;
}
