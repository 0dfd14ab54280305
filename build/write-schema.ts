/** Writes the JSON Schema of a criteria set to `docs/`, after the schema that the program checks with. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { criteriaSetJsonSchema } from './criteria-set-schema.ts';

writeFileSync(
  resolve(import.meta.dirname, '../docs/criteria-set.schema.json'),
  `${JSON.stringify(criteriaSetJsonSchema(), null, 2)}\n`,
);
