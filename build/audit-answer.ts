/** What npm's answer about known weaknesses means for us. */
import { z } from 'zod';

const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;
type Severity = (typeof severities)[number];
const weAccept: readonly Severity[] = ['info', 'low'];

const report = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      nodes: z.array(z.string()),
      // A name stands for a package that is listed itself; this one only depends on it.
      via: z.array(
        z.union([
          z.string(),
          z.object({ title: z.string(), severity: z.enum(severities), url: z.string().optional() }),
        ]),
      ),
    }),
  ),
});
const refusal = z.object({ message: z.string() });

export interface Weakness {
  readonly package: string;
  readonly severity: Severity;
  readonly title: string;
  readonly url: string | undefined;
  /** Whether it is in what people get, not only in what builds it. */
  readonly shipped: boolean;
}

export type Audit =
  | { readonly audited: true; readonly weaknesses: readonly Weakness[] }
  | { readonly audited: false; readonly reason: string };

/** Reads what `npm audit --json` wrote; `shipped` are the paths in the lock file of what people get. */
export function readAnswer(answer: string, shipped: ReadonlySet<string>): Audit {
  const json = parse(answer);
  const { success, data } = report.safeParse(json);
  if (!success) return { audited: false, reason: whyNone(json) };
  const weaknesses = Object.entries(data.vulnerabilities).flatMap(([name, { nodes, via }]) =>
    via
      .filter((cause) => typeof cause !== 'string')
      .map(({ severity, title, url }) => ({
        package: name,
        severity,
        title,
        url,
        shipped: nodes.some((path) => shipped.has(path)),
      })),
  );
  return { audited: true, weaknesses };
}

/** The lines to say, and whether the check fails; `must` is whether an audit that could not be made fails it. */
export function judge(
  audit: Audit,
  must: boolean,
): { readonly lines: readonly string[]; readonly ok: boolean } {
  if (!audit.audited) {
    const line = `audit: nothing was audited, known weaknesses would not be seen: ${audit.reason}`;
    return { lines: [must ? `${line}; a release must be audited` : line], ok: !must };
  }
  const { weaknesses } = audit;
  const grave = weaknesses.filter(({ shipped, severity }) => shipped && !weAccept.includes(severity));
  const others = [
    count('in what people get', weaknesses, true, weAccept),
    count('in the tools', weaknesses, false, severities),
  ].filter((words) => words !== undefined);
  return {
    lines: [
      ...grave.map(
        ({ package: name, severity, title, url }) =>
          `audit: ${name} is shipped and has a weakness (${severity}): ${title}${url === undefined ? '' : ` ${url}`}`,
      ),
      ...others.map((words) => `audit: warning: ${words}; npm audit tells more`),
      ...(grave.length + others.length === 0 ? ['audit: no known weaknesses'] : []),
    ],
    ok: grave.length === 0,
  };
}

function count(
  where: string,
  weaknesses: readonly Weakness[],
  shipped: boolean,
  among: readonly Severity[],
): string | undefined {
  const counts = among
    .map((severity) => ({
      severity,
      many: weaknesses.filter((one) => one.shipped === shipped && one.severity === severity).length,
    }))
    .filter(({ many }) => many > 0)
    .map(({ severity, many }) => `${many} ${severity}`);
  return counts.length === 0 ? undefined : `known weaknesses ${where}: ${counts.join(', ')}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function whyNone(json: unknown): string {
  const { success, data } = refusal.safeParse(json);
  // The address is of the registry of whoever runs this; the reason is enough.
  if (success) return data.message.replace(/ - POST .*| to https?:\S*| https?:\S*/g, '');
  return json === undefined
    ? 'npm gave no answer that can be read'
    : 'npm answered in a form that is not known here';
}
