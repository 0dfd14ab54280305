/** The files that are kept as evidence: added once, read back only as they were added. */
import { type Assessment, evidenceOf } from '../../criteria/assessment.ts';
import type { EvidenceItem, FileEvidence } from '../../criteria/evidence.ts';
import type { EvidenceBytes, EvidenceFaults, EvidenceRequest } from '../api.ts';
import { Refusal } from '../refusal.ts';
import type { EvidenceFiles } from '../store/evidence-files.ts';
import { mediaTypeOf } from '../store/media-type.ts';

type Evidenced = Pick<Assessment, 'evidence' | 'finalised' | 'history'>;

export class Evidence {
  readonly #files: EvidenceFiles;

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
    return { kind: 'file', sha256, name, size: bytes.length, type: mediaTypeOf(bytes) };
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

  /** A Refusal (`not_found`) when a file is named that was neither added nor named before. */
  async needAdded(
    evidence: Readonly<Record<string, readonly EvidenceItem[]>>,
    before: Evidenced,
  ): Promise<void> {
    // NOTE: a file that has been lost since must not keep anybody from saving.
    const known = new Set(filesNamedIn(before).map(({ sha256 }) => sha256));
    for (const [id, items] of Object.entries(evidence))
      for (const file of items.filter(isFile))
        if (!known.has(file.sha256) && !(await this.#files.has(file.sha256, file.size)))
          throw new Refusal(
            'not_found',
            `Tệp minh chứng “${file.name}” chưa có trong thư mục dữ liệu; hãy đính lại tệp này`,
            { path: `evidence.${id}` },
          );
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
