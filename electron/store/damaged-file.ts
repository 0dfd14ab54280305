/** Why a file cannot be used as it is. Either way it must be left as it is: a person may still save what is in it. */
import type { Assessment } from '../../criteria/assessment.ts';

/** The file is not what was written. The message says why, in Vietnamese, without a full stop. */
export class DamagedFileError extends Error {
  override readonly name = 'DamagedFileError';
}

/** A later version of the program wrote the file. */
export class NewerFormatError extends Error {
  override readonly name = 'NewerFormatError';
  /** What is in it as far as this version understands it, to be looked at only. */
  readonly assessment: Assessment | undefined;

  constructor(version: number, assessment?: Assessment) {
    const what =
      assessment === undefined
        ? 'phiên bản này không đọc được; hãy cập nhật chương trình'
        : 'chỉ để xem; hãy cập nhật chương trình để sửa';
    super(`Tệp do phiên bản mới hơn của chương trình ghi (định dạng ${version}) nên ${what}`);
    this.assessment = assessment;
  }
}
