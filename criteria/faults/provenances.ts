/** Where rules come from, as far as the set can know it. */
import type { Provenance } from '../schema.ts';
import type { SetFault } from '../set-faults.ts';
import { eachGroup, type Readable, type ReadableSet } from './readable.ts';

/**
 * Every `provenance` in the set, wherever it stands, must name sources that the set describes, and a rule is confirmed
 * only by the text itself or by somebody who read it there: a stand-in shown as law would be the worst fault of all.
 */
export function provenanceFaults(set: ReadableSet): SetFault[] {
  const faults: SetFault[] = [];
  eachGroup(set, (group, path) => {
    if ('status' in group && 'sources' in group)
      faults.push(...faultsOf(group as Readable<Provenance>, set.sources, path));
  });
  return faults;
}

function faultsOf(
  { status, sources, confirmedBy, confirmedOn, confirmedIn }: Readable<Provenance>,
  known: ReadableSet['sources'],
  path: string,
): SetFault[] {
  const faults: SetFault[] = [];
  for (const [s, source] of (sources ?? []).entries()) {
    if (source !== undefined && known !== undefined && !Object.hasOwn(known, source))
      faults.push({
        path: `${path}.sources[${s}]`,
        message: `Không có nguồn "${source}" trong danh sách sources`,
      });
  }
  const fault = (message: string) => faults.push({ path, message });
  if ((confirmedBy === undefined) !== (confirmedOn === undefined))
    fault('Người đối chiếu và ngày đối chiếu phải đi cùng nhau');
  if (confirmedIn !== undefined && confirmedBy === undefined)
    fault('Điều khoản đã đọc phải đi cùng người và ngày đối chiếu');
  if (status === 'provisional' && confirmedBy !== undefined)
    fault('Quy tắc tạm tính thì chưa có người đối chiếu');
  if (status === 'confirmed' && confirmedBy === undefined && onlyStandIns(sources, known))
    fault(
      'Quy tắc đã đối chiếu phải có nguồn là chính văn bản (kind "text"), hoặc ghi người và ngày đối chiếu',
    );
  return faults;
}

function onlyStandIns(sources: Readable<Provenance>['sources'], known: ReadableSet['sources']): boolean {
  return sources?.every((source) => source !== undefined && known?.[source]?.kind === 'stand_in') ?? false;
}
