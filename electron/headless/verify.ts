/** `npm run --silent verify -- FILE.pdf [MORE.pdf]` */
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { asPublished } from '../../criteria/rules/published-set.ts';
import { builtInSets } from '../../criteria/sets/built-in.ts';
import { largestSheet } from '../api.ts';
import { Press } from '../printing/press.ts';
import type { SheetAttachment } from '../sheets/attachment.ts';
import type { SheetFindings } from '../sheets/examine.ts';
import { fileFailure } from '../store/file-failure.ts';
import { fileErrorCode } from '../store/file-system.ts';
import { exitStatus, runEntry } from './entry.ts';
import { outputLine } from './ndjson.ts';

function filesToVerify(): readonly string[] {
  try {
    return parseArgs({ allowPositionals: true }).positionals;
  } catch {
    return [];
  }
}

/** What is found in a file, as a line out. */
function verifiedLine(file: string, findings: SheetFindings) {
  const told = { remarks: [], differences: [], sheet: null, ...findings };
  return {
    file,
    verdict: findings.verdict,
    message: messageOf(findings),
    remarks: told.remarks,
    differences: told.differences,
    sheet: told.sheet === null ? null : sheetLine(told.sheet),
  };
}

function messageOf(findings: SheetFindings): string {
  switch (findings.verdict) {
    case 'genuine':
      return 'Phiếu còn nguyên như lúc in: số liệu đính kèm và các trang khớp với nhau.';
    case 'unchecked':
      return `Chưa kiểm tra được các trang. ${findings.message}.`;
    case 'altered':
      return 'Phiếu đã bị thay đổi sau khi in; đừng dùng số liệu của tệp này, hãy xin lại tệp gốc.';
    case 'not_ours':
      return `${findings.message}.`;
  }
}

function sheetLine({ unit, year, revision, status, scorecard, sha256, printed }: SheetAttachment) {
  return {
    code: unit.code,
    name: unit.name,
    year,
    revision,
    status,
    total: scorecard.total,
    max: scorecard.max,
    verdict: scorecard.verdict,
    sha256,
    date: printed.date,
  };
}

/** The bytes of a file; null, after saying why, when it cannot be read. */
async function readSheetFile(path: string): Promise<Uint8Array | null> {
  try {
    await using file = await open(path);
    const { size } = await file.stat();
    // A file that is larger than any sheet is not read to find out more.
    return size <= largestSheet ? await file.readFile() : new Uint8Array(largestSheet + 1);
  } catch (error) {
    if (fileErrorCode(error) === undefined) throw error;
    process.stderr.write(`Không đọc được ${path}. ${fileFailure(error)}.\n`);
    process.exitCode = exitStatus.failedFile;
    return null;
  }
}

/** Every file is examined, also after one that cannot be read; the exit status is that of the worst. */
async function* answers(files: readonly string[]): AsyncGenerator<string> {
  const press = new Press(1);
  const known = [...builtInSets.values()].map(asPublished);
  try {
    for (const file of files) {
      const bytes = await readSheetFile(file);
      if (bytes === null) continue;
      const findings = await press.examine(bytes, known);
      if (findings.verdict !== 'genuine') process.exitCode ??= exitStatus.notGenuine;
      yield outputLine(verifiedLine(file, findings));
    }
  } finally {
    await press.close();
  }
}

const files = filesToVerify();
if (files.length === 0) {
  process.stderr.write('Cần tên tệp để kiểm tra: npm run --silent verify -- PHIEU.pdf [PHIEU_KHAC.pdf]\n');
  process.exitCode = exitStatus.wrongCall;
} else {
  await runEntry(() => pipeline(answers(files), process.stdout));
}
