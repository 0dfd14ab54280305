import type { z } from 'zod';
import vi from 'zod/v4/locales/vi.js';

const { localeError } = vi();

/** Pass as a parse option (`schema.safeParse(value, vietnamese)`) to have every issue worded in Vietnamese. */
export const vietnamese: z.core.ParseContext<z.core.$ZodIssue> = { error: localeError };
