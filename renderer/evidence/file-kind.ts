/** What a file is, in the few kinds that a person tells apart. Pure. */
type FileKind = 'photo' | 'pdf' | 'text' | 'sheet' | 'media' | 'file';

const kinds: readonly (readonly [pattern: RegExp, kind: FileKind])[] = [
  [/^image\//, 'photo'],
  [/^application\/pdf$/, 'pdf'],
  [/wordprocessingml|msword|^text\//, 'text'],
  [/spreadsheetml|ms-excel/, 'sheet'],
  [/^(audio|video)\//, 'media'],
];

export function fileKind(type: string): FileKind {
  return kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'file';
}
