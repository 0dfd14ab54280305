/** The files that are kept as evidence: added once, read back only as they were added. */
import { type Assessment, evidenceOf } from '../../criteria/assessment.ts';
import type { EvidenceItem, FileEvidence } from '../../criteria/evidence.ts';
import type { EvidenceBytes, EvidenceFaults, EvidenceRequest } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { EvidenceFiles } from '../store/evidence-files.ts';
import { mediaTypeOf } from '../store/media-type.ts';

type Evidenced = Pick<Assessment, 'evidence' | 'finalised' | 'history'>;

type Nature = Pick<FileEvidence, 'size' | 'type'>;

export class Evidence {
  readonly #files: EvidenceFiles;
  /** What was added since the start, by SHA-256, so that it need not be read again to be named. */
  readonly #added = new Map<string, Nature>();

  constructor(files: EvidenceFiles) {
    this.#files = files;
  }

  /** Resolves once the file is on the disk. */
  async add({ base64, name, printCopy }: EvidenceRequest): Promise<FileEvidence> {
    const bytes = Buffer.from(base64, 'base64');
    const copy = printCopy === null ? null : Buffer.from(printCopy, 'base64');
    if (copy !== null && mediaTypeOf(copy) !== 'image/jpeg')
      throw new Refusal('invalid_input', 'Bản thu nhỏ của ảnh không phải là tệp JPEG', { path: 'printCopy' });
    const sha256 = await this.#files.add(bytes, copy);
    const nature = { size: bytes.length, type: mediaTypeOf(bytes) };
    this.#added.set(sha256, nature);
    return { kind: 'file', sha256, name, ...nature };
  }

  /** A Refusal: `not_found` when it is missing, `damaged` when it is not what was attached. */
  async read(sha256: string, copy: 'original' | 'print'): Promise<EvidenceBytes> {
    const jpeg = copy === 'print' ? await this.#files.readPrintCopy(sha256) : null;
    if (jpeg !== null) return { type: 'image/jpeg', base64: Buffer.from(jpeg).toString('base64') };
    const found = await this.#files.read(sha256);
    if (found.state === 'good')
      return { type: mediaTypeOf(found.bytes), base64: Buffer.from(found.bytes).toString('base64') };
    const file = `Tệp minh chứng có mã SHA-256 bắt đầu bằng ${sha256.slice(0, 8)}`;
    const remedy = 'hãy đính lại tệp gốc, hoặc cắm ổ đĩa có thư mục sao lưu thứ hai rồi mở lại';
    if (found.state === 'missing')
      throw new Refusal('not_found', `${file} không còn trong thư mục dữ liệu; ${remedy}`);
    throw new Refusal('damaged', `${file} đã bị hỏng hoặc bị sửa từ khi đính kèm; ${remedy}`);
  }

  /** Of the present state and of what was finalised; what is good here and not in the second folder goes there. */
  async check(assessment: Pick<Evidenced, 'evidence' | 'finalised'>): Promise<EvidenceFaults> {
    const missing: FileEvidence[] = [];
    const altered: FileEvidence[] = [];
    // NOTE: one after another, so that no more than one file is in memory.
    for (const file of onceEach(filesIn(assessment))) {
      const { state } = await this.#files.read(file.sha256);
      if (state === 'good') this.#files.planCopy(file.sha256);
      else (state === 'missing' ? missing : altered).push(file);
    }
    return { missing, altered };
  }

  /**
   * A Refusal: `not_found` when a file is named that was neither added nor named before, `invalid_input` when it is given
   * another size or type than it has, for both are printed.
   */
  async needAdded(
    evidence: Readonly<Record<string, readonly EvidenceItem[]>>,
    before: Evidenced,
  ): Promise<void> {
    // NOTE: a file that has been lost since must not keep anybody from saving.
    const known = new Map<string, Nature>(filesNamedIn(before).map((file) => [file.sha256, file]));
    for (const [id, items] of Object.entries(evidence))
      for (const file of items.filter(isFile)) {
        const nature = known.get(file.sha256) ?? (await this.#natureOf(file.sha256));
        const path = `evidence.${id}`;
        if (nature === null)
          throw new Refusal(
            'not_found',
            `Tệp minh chứng “${file.name}” chưa có trong thư mục dữ liệu; hãy đính lại tệp này`,
            { path },
          );
        if (nature.size !== file.size || nature.type !== file.type)
          throw new Refusal(
            'invalid_input',
            `Cỡ hoặc loại ghi cho tệp minh chứng “${file.name}” không đúng với tệp đã đính; hãy đính lại tệp này`,
            { path },
          );
      }
  }

  async #natureOf(sha256: string): Promise<Nature | null> {
    const added = this.#added.get(sha256);
    if (added !== undefined) return added;
    const found = await this.#files.read(sha256);
    return found.state === 'good' ? { size: found.bytes.length, type: mediaTypeOf(found.bytes) } : null;
  }
}

/** Every file that an assessment names or ever named, once each. */
export function filesNamedIn(assessment: Evidenced): readonly FileEvidence[] {
  const changed = assessment.history.flatMap(({ change }) =>
    change.kind === 'evidence' ? [...change.from, ...change.to].filter(isFile) : [],
  );
  return onceEach([...filesIn(assessment), ...changed]);
}

function filesIn({ evidence, finalised }: Pick<Evidenced, 'evidence' | 'finalised'>): FileEvidence[] {
  const states = [evidenceOf({ evidence }), ...finalised.map((state) => state.evidence)];
  return states.flatMap((state) => Object.values(state).flat().filter(isFile));
}

function onceEach(files: readonly FileEvidence[]): readonly FileEvidence[] {
  return [...new Map(files.map((file) => [file.sha256, file])).values()];
}

function isFile(item: EvidenceItem): item is FileEvidence {
  return item.kind === 'file';
}
