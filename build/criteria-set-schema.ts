/** The JSON Schema of a criteria set: what an editor needs to help whoever writes one by hand. */
import { z } from 'zod';
import { criteriaSetSchema } from '../criteria/schema.ts';

const note =
  'Shape only: sums, ids, days and the order of bands are checked when the program takes the set in. ' +
  '/ Chỉ kiểm tra hình thức; tổng điểm, mã, ngày và thứ tự các mức được kiểm tra khi nhập vào chương trình.';

/** In the words of draft 7, which editors know best. */
export function criteriaSetJsonSchema(): object {
  const { $schema, properties, ...rest } = z.toJSONSchema(criteriaSetSchema, {
    target: 'draft-07',
    io: 'input',
  });
  const nameOfSchema = {
    type: 'string',
    description: 'The schema that the editor checks with. / Lược đồ này.',
  };
  return {
    $schema,
    title: 'Criteria set / Bộ tiêu chí',
    description: note,
    ...rest,
    properties: { $schema: nameOfSchema, ...properties },
  };
}
