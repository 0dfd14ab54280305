import { pathText } from './path-text.ts';
import type { CriteriaSet, Provenance } from './schema.ts';
import type { SetFault } from './set-faults.ts';

/**
 * Every `provenance` in the set, wherever it stands, must name sources that the set describes, and a rule is confirmed
 * only by the text itself or by somebody who read it there: a stand-in shown as law would be the worst fault of all.
 */
export function provenanceFaults(set: CriteriaSet): SetFault[] {
  const faults: SetFault[] = [];
  const check = ({ status, sources, confirmedBy, confirmedOn }: Provenance, path: readonly PropertyKey[]) => {
    for (const [s, source] of sources.entries()) {
      if (!Object.hasOwn(set.sources, source))
        faults.push({
          path: pathText([...path, 'sources', s]),
          message: `Không có nguồn "${source}" trong danh sách sources`,
        });
    }
    const fault = (message: string) => faults.push({ path: pathText(path), message });
    if ((confirmedBy === undefined) !== (confirmedOn === undefined))
      fault('Người đối chiếu và ngày đối chiếu phải đi cùng nhau');
    if (status === 'provisional') {
      if (confirmedBy !== undefined) fault('Quy tắc tạm tính thì chưa có người đối chiếu');
    } else if (
      confirmedBy === undefined &&
      sources.every((source) => set.sources[source]?.kind === 'stand_in')
    )
      fault(
        'Quy tắc đã đối chiếu phải có nguồn là chính văn bản (kind "text"), hoặc ghi người và ngày đối chiếu',
      );
  };
  const visit = (value: unknown, path: readonly PropertyKey[]) => {
    if (typeof value !== 'object' || value === null) return;
    if ('status' in value && 'sources' in value) return check(value as Provenance, path);
    for (const [key, child] of Object.entries(value))
      visit(child, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  visit(set, []);
  return faults;
}
