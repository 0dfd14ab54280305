import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { vietnamese } from './vietnamese-issues.ts';

function messageFor(schema: z.ZodType, value: unknown): string | undefined {
  return schema.safeParse(value, vietnamese).error?.issues[0]?.message;
}

describe('a value of the wrong shape is described in Vietnamese', () => {
  test.each([
    ['a missing entry', z.string(), undefined, 'Thiếu mục này'],
    ['a missing choice', z.literal('x'), undefined, 'Thiếu mục này'],
    ['a number for a text', z.string(), 5, 'Cần văn bản'],
    ['a text for a number', z.number(), 'x', 'Cần số'],
    ['a fraction for a whole number', z.int(), 1.5, 'Cần số nguyên'],
    ['a text for a yes or no', z.boolean(), 'có', 'Cần true hoặc false'],
    ['a text for a list', z.array(z.string()), 'x', 'Cần danh sách'],
    ['a list for a group', z.strictObject({}), [], 'Cần một nhóm các mục có tên'],
    ['a choice that there is not', z.enum(['a', 'b']), 'c', 'Chỉ nhận: a, b'],
    ['an empty text', z.string().min(1), '', 'Không được để trống'],
    ['a short text', z.string().min(3), 'x', 'Cần từ 3 ký tự trở lên'],
    ['a long text', z.string().max(3), 'xxxx', 'Không được quá 3 ký tự'],
    ['an empty list', z.array(z.string()).min(1), [], 'Cần từ 1 mục trở lên'],
    ['a small number', z.int().min(2000), 1999, 'Cần từ 2000 trở lên'],
    ['a large number', z.int().max(12), 13, 'Không được quá 12'],
    [
      'a day that there is not',
      z.iso.date(),
      '2019-02-30',
      'Cần ngày có thật, viết dạng năm-tháng-ngày (2019-01-31)',
    ],
    ['an instant that is none', z.iso.datetime(), 'x', 'Cần thời điểm có thật, viết theo ISO 8601'],
    ['a text of the wrong form', z.string().regex(/^a$/), 'b', 'Không đúng dạng quy định'],
    ['entries that do not belong', z.strictObject({}), { x: 1, y: 2 }, 'Thừa mục "x", "y"'],
    [
      'a key of the wrong form',
      z.record(z.string().regex(/^a$/), z.int()),
      { b: 1 },
      'Mã không đúng dạng quy định',
    ],
    ['what fits none of several shapes', z.union([z.literal(1), z.literal(2)]), 3, 'Đầu vào không hợp lệ'],
  ] as const)('%s', (_, schema, value, message) => {
    expect(messageFor(schema, value)).toBe(message);
  });

  test('unless the schema says it in words of its own', () => {
    expect(messageFor(z.string('Cần tên đơn vị'), 5)).toBe('Cần tên đơn vị');
  });
});
