/**
 * What is wrong with the shape of data from outside, in Vietnamese. zod's own Vietnamese names JavaScript types
 * ("mong đợi string"), so the issues that our schemas raise are worded here and it serves for the rest.
 */
import type { z } from 'zod';
import vi from 'zod/v4/locales/vi.js';

const { localeError } = vi();

const kinds: Readonly<Record<string, string>> = {
  string: 'văn bản',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'một nhóm các mục có tên',
  record: 'một nhóm các mục có tên',
};

const formats: Readonly<Record<string, string>> = {
  date: 'Cần ngày có thật, viết dạng năm-tháng-ngày (2019-01-31)',
  datetime: 'Cần thời điểm có thật, viết theo ISO 8601',
  regex: 'Không đúng dạng quy định',
};

const counted: Readonly<Record<string, string>> = { string: ' ký tự', array: ' mục' };

function wordIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'Thiếu mục này' : `Cần ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined ? 'Thiếu mục này' : `Chỉ nhận: ${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format];
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? 'Không được để trống'
        : `Cần từ ${issue.minimum}${counted[issue.origin] ?? ''} trở lên`;
    case 'too_big':
      return `Không được quá ${issue.maximum}${counted[issue.origin] ?? ''}`;
    case 'unrecognized_keys':
      return `Thừa mục ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
    case 'invalid_union':
      return discriminatorIssue(issue);
    case 'invalid_key':
      return 'Mã không đúng dạng quy định';
    default:
      return undefined;
  }
}

/** Of what is one of several kinds, and says none of them. */
function discriminatorIssue({ input, discriminator, options }: z.core.$ZodRawIssue): string | undefined {
  if (typeof discriminator !== 'string' || !Array.isArray(options)) return undefined;
  const given = (input as Readonly<Record<string, unknown>>)[discriminator];
  return given === undefined ? 'Thiếu mục này' : `Chỉ nhận: ${options.map(String).join(', ')}`;
}

/** Pass as a parse option (`schema.safeParse(value, vietnamese)`) to have every issue worded in Vietnamese. */
export const vietnamese: z.core.ParseContext<z.core.$ZodIssue> = {
  error: (issue) => wordIssue(issue) ?? localeError(issue),
};
