/** An assessment as the bytes of its file, and back. */

import { z } from 'zod';
import { type Assessment, assessmentSchema } from '../../criteria/assessment.ts';
import { vietnamese } from '../../criteria/vietnamese-issues.ts';
import { DamagedFileError, NewerFormatError } from './damaged-file.ts';
import { currentVersion, openEnvelope, sealEnvelope } from './envelope.ts';
import { migrated } from './migrations.ts';

const format = 'child-friendly-communes/assessment';

export interface StoredAssessment {
  readonly assessment: Assessment;
  /** Of the file; older than `currentVersion` until the assessment is saved again. */
  readonly version: number;
}

export function encodeAssessment(assessment: Assessment): Uint8Array {
  return sealEnvelope(format, assessment);
}

/** The assessment of that id; throws DamagedFileError, or NewerFormatError with what can be shown of it. */
export function decodeAssessment(id: string, bytes: Uint8Array): StoredAssessment {
  const { version, data } = openEnvelope(format, bytes);
  if (version > currentVersion) throw new NewerFormatError(version, understood(id, data));
  const assessment = parse(current(version, data));
  if (assessment.id !== id)
    throw new DamagedFileError(
      `Tệp chứa phiếu ${assessment.id} dưới một tên khác, có thể là bản sao do OneDrive hay người dùng tạo; hãy xuất tệp ra để so sánh với phiếu đó`,
    );
  return { assessment, version };
}

function current(version: number, data: unknown): unknown {
  try {
    return migrated(version, data);
  } catch (error) {
    if (error instanceof z.ZodError) throw new DamagedFileError(`Dữ liệu định dạng ${version} sai cấu trúc`);
    throw error;
  }
}

function parse(data: unknown): Assessment {
  const parsed = assessmentSchema.safeParse(data, vietnamese);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DamagedFileError(`Dữ liệu sai ở ${issue?.path.join('.') || 'gốc'}: ${issue?.message}`);
}

/** Only what this version knows to the last key: half-understood figures must not be shown as the assessment. */
function understood(id: string, data: unknown): Assessment | undefined {
  const parsed = assessmentSchema.safeParse(data);
  return parsed.success && parsed.data.id === id ? parsed.data : undefined;
}
