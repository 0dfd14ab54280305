/**
 * The second folder for backups, as on a USB drive. Machines may share one, so each keeps to a part of its own, which is
 * only made when a person chooses the folder: where it is not, the drive is another one or is not plugged in.
 */
import { isAbsolute, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { BackupFolder } from './backup-folder.ts';
import { writeDurably } from './durable-file.ts';
import { EvidenceFolder } from './evidence-folder.ts';
import { fileFailure } from './file-failure.ts';
import { type FileSystem, fileErrorCode } from './file-system.ts';
import { isWithinFolder } from './within-folder.ts';

const commonName = 'child-friendly-communes-backups';

export interface SecondFolder {
  readonly folder: string;
  /** This machine's part of it. */
  readonly part: string;
  readonly own: BackupFolder;
  /** The parts of other machines; none where the folder cannot be read. */
  others(): Promise<readonly BackupFolder[]>;
  /** This machine's copies of evidence. */
  readonly evidence: EvidenceFolder;
  /** Those of other machines; none where the folder cannot be read. */
  othersEvidence(): Promise<readonly EvidenceFolder[]>;
}

export function secondFolder(files: FileSystem, folder: string, machine: string): SecondFolder {
  const common = join(folder, commonName);
  const others = async () => {
    const names = await files.listFolder(common).catch(() => []);
    return names.filter((name) => name !== machine).map((name) => join(common, name));
  };
  const evidenceIn = (part: string) => new EvidenceFolder(join(part, 'evidence'), files);
  return {
    folder,
    part: join(common, machine),
    own: new BackupFolder(join(common, machine), files),
    others: async () => (await others()).map((part) => new BackupFolder(part, files)),
    evidence: evidenceIn(join(common, machine)),
    othersEvidence: async () => (await others()).map(evidenceIn),
  };
}

/** Makes this machine's part of a folder that a person chose; a Refusal where that cannot be. */
export async function prepareSecondFolder(
  files: FileSystem,
  dataFolder: string,
  folder: string,
  machine: string,
): Promise<void> {
  const path = 'folder';
  if (!isAbsolute(folder))
    throw new Refusal('invalid_input', 'Hãy ghi đường dẫn đầy đủ, ví dụ E:\\SaoLuu', { path });
  const own = join(folder, commonName, machine);
  // NOTE: the part of this machine can lead back by a link of its own.
  if ((await isWithinFolder(dataFolder, folder)) || (await isWithinFolder(dataFolder, own)))
    throw new Refusal(
      'invalid_input',
      'Thư mục này nằm trong thư mục dữ liệu; hãy chọn một chỗ khác, tốt nhất là ở một ổ đĩa khác',
      { path },
    );
  const probe = join(own, 'write-test');
  try {
    await files.status(folder);
    await files.makeFolder(own);
    await writeDurably(files, probe, new Uint8Array([10]));
    await files.remove(probe);
  } catch (error) {
    const message =
      fileErrorCode(error) === 'ENOENT'
        ? 'Không có thư mục này; hãy kiểm tra lại đường dẫn, tạo thư mục hoặc cắm ổ đĩa'
        : `Không ghi được vào thư mục này. ${fileFailure(error)}`;
    throw new Refusal('storage_failed', message, { path, cause: error });
  }
}
