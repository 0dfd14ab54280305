/** Texts that would print as boxes, or look equal and not be. */
import type { SetFault } from '../set-faults.ts';
import { keptText } from '../unit.ts';
import { eachGroup, type ReadableSet } from './readable.ts';

const textKeys = ['vi', 'en', 'confirmedBy', 'confirmedIn'];

export function textFaults(set: ReadableSet): SetFault[] {
  const faults: SetFault[] = [];
  eachGroup(set, (group, path) => {
    for (const key of textKeys) {
      const text = group[key];
      const message = typeof text === 'string' ? textFault(text) : undefined;
      if (message !== undefined) faults.push({ path: `${path}.${key}`, message });
    }
  });
  return faults;
}

function textFault(text: string): string | undefined {
  const kept = keptText(text);
  if (kept === text || kept === text.trim()) return undefined;
  return kept === text.normalize('NFC').trim()
    ? 'Chữ có dấu chưa ở dạng Unicode dựng sẵn (NFC); hãy gõ lại đoạn chữ này'
    : 'Có ký tự không nhìn thấy hoặc không in được; hãy gõ lại đoạn chữ này';
}
