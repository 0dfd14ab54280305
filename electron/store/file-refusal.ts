/** What to tell the person about an assessment that cannot be used or changed as it is. */
import type { Assessment } from '../../criteria/assessment.ts';
import { Refusal } from '../refusal.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import { fileFailure } from './file-failure.ts';
import { fileErrorCode } from './file-system.ts';

/** For `catch`: turns whatever went wrong with the file of an assessment into a Refusal. */
export function refuse(id: string): (error: unknown) => never {
  return (error) => {
    throw fileRefusal(id, error);
  };
}

export function fileRefusal(id: string, error: unknown, what = `Tệp của phiếu ${id}`): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof DamagedFileError)
    return new Refusal('damaged', `${what} bị hỏng và được giữ nguyên: ${error.message}`, {
      cause: error,
    });
  if (error instanceof NewerFormatError) return new Refusal('newer_format', error.message, { cause: error });
  // A bad spot on the disk does not mend: a backup can take the place of what lies on it.
  const code = fileErrorCode(error) === 'EIO' ? 'damaged' : 'storage_failed';
  return new Refusal(code, `Không đọc được phiếu ${id}. ${fileFailure(error)}`, { cause: error });
}

/** A change that was made from another state than this present one. */
export function conflict({ log }: Assessment): Refusal {
  const restored = log.at(-1)?.event === 'restored';
  return new Refusal(
    'conflict',
    restored ? 'Phiếu này vừa được lấy lại từ bản dự phòng' : 'Phiếu này vừa được sửa ở một cửa sổ khác',
  );
}
