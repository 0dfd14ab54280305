/**
 * A fault as the log may hold it: what kind it is, what the system called it, where in our own code it arose. Not its
 * message, which can quote what a person typed or how a file is called; only what the language itself says of a mistake
 * in the code, which quotes nothing else.
 */
import { ownPlace } from './own-place.ts';

const mostFrames = 8;
const mostCauses = 3;

/** What V8 says of code that is wrong. */
const ofTheCode: readonly RegExp[] = [
  /^Cannot (?:read|set) properties of (?:undefined|null) \((?:reading|setting) '[\w$]{1,60}'\)$/,
  /^[\w$.() ]{1,80} is not (?:a function|a constructor|iterable|defined)$/,
  /^Cannot access '[\w$]{1,60}' before initialization$/,
  /^Assignment to constant variable\.$/,
  /^Maximum call stack size exceeded$/,
  /^Invalid (?:array|string) length$/,
];

/** In a word: `Error ENOSPC write assessments/2026-24769.json`, with its causes. */
export function faultText(fault: unknown): string {
  return causesOf(fault).map(oneFault).join(' because of ');
}

/** The same with the frames of our code, innermost first. */
export function faultWithFrames(fault: unknown): string {
  return [faultText(fault), ...framesOf(fault)].join(' < ');
}

function causesOf(fault: unknown): readonly unknown[] {
  const causes: unknown[] = [fault];
  for (let at = fault; causes.length < mostCauses && at instanceof Error && at.cause !== undefined; ) {
    at = at.cause;
    causes.push(at);
  }
  return causes;
}

function oneFault(fault: unknown): string {
  if (!(fault instanceof Error)) return `a ${typeof fault} was thrown`;
  const { name, message } = fault;
  const { code, syscall, path, dest } = fault as Partial<
    Record<'code' | 'syscall' | 'path' | 'dest', unknown>
  >;
  return [
    word(name) ?? 'Error',
    word(code),
    word(syscall),
    typeof path === 'string' ? ownPlace(path) : undefined,
    typeof dest === 'string' ? `to ${ownPlace(dest)}` : undefined,
    ofTheCode.some((pattern) => pattern.test(message)) ? `(${message})` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

/** Codes and names of classes are single words of the language that they were written in. */
function word(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z][\w.-]{0,60}$/.test(value) ? value : undefined;
}

/** Of our code alone, from its root folder. NOTE: a message stands before the frames and can look like one. */
function framesOf(fault: unknown): readonly string[] {
  if (!(fault instanceof Error)) return [];
  const { stack = '', message } = fault;
  const frames = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return frames.flatMap((line) => frameOf(line) ?? []).slice(0, mostFrames);
}

const frame =
  /^ {4}at (?:async )?(?:([\w$.<>[\] ]{1,80}) \()?[^()]*[/\\]((?:electron|criteria)[/\\][\w/\\.-]{1,120}\.[cm]?[jt]s:\d+:\d+)\)?$/;

function frameOf(line: string): string | undefined {
  if (/[/\\]node_modules[/\\]/.test(line)) return undefined;
  const [, name, place] = frame.exec(line) ?? [];
  if (place === undefined) return undefined;
  const from = Math.max(place.lastIndexOf('/electron/'), place.lastIndexOf('/criteria/')) + 1;
  const shown = place.slice(from).replaceAll('\\', '/');
  return name === undefined ? shown : `${name} ${shown}`;
}
