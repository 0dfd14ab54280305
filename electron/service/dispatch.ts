/** The one door from either host to the handlers: checks the arguments by schema and turns failures into replies. */
import { pathText } from '../../criteria/path-text.ts';
import { vietnamese } from '../../criteria/vietnamese-issues.ts';
import { type Args, argumentSchemas, type Method, methods, type Reply, type Value } from '../api.ts';
import { Refusal } from '../refusal.ts';

export type Handlers = { readonly [M in Method]: (args: Args<M>) => Promise<Value<M>> | Value<M> };

export function isMethod(name: string): name is Method {
  return (methods as readonly string[]).includes(name);
}

/**
 * Answers one call. Never throws; a fault of ours is answered as `internal` and passed to `reportFault`, as is what the disk
 * refused.
 */
export async function dispatch<M extends Method>(
  handlers: Handlers,
  method: M,
  args: unknown,
  reportFault: (method: Method, fault: unknown) => void,
): Promise<Reply<Value<M>>> {
  if (holdsUnusableKey(args))
    return {
      ok: false,
      error: { code: 'invalid_request', message: 'Dữ liệu gửi đến có một tên không được dùng' },
    };
  const parsed = argumentSchemas[method].safeParse(args, vietnamese);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = pathText(issue?.path ?? []);
    return {
      ok: false,
      error: { code: 'invalid_request', message: issue?.message ?? '', ...(path ? { path } : {}) },
    };
  }
  try {
    // NOTE: argumentSchemas is checked against Api per method, which TypeScript cannot follow through the union.
    return { ok: true, value: await handlers[method](parsed.data as Args<M>) };
  } catch (error) {
    const refused = error instanceof Refusal;
    // What a disk or a folder refused tells whoever looks after the machine something; other refusals are the person's.
    if (!refused || error.code === 'storage_failed' || error.code === 'internal') reportFault(method, error);
    if (refused) return { ok: false, error: error.toApiError() };
    return {
      ok: false,
      error: {
        code: 'internal',
        message: 'Chương trình gặp lỗi khi thực hiện việc này. Dữ liệu đã lưu không đổi',
      },
    };
  }
}

/** NOTE: a schema drops `__proto__` without a word, and what was sent under it would be answered as saved. */
function holdsUnusableKey(args: unknown): boolean {
  // NOTE: over Electron's border come circles and bytes, too. A set is gone through to what is added meanwhile.
  const seen = new Set([args]);
  for (const value of seen) {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) continue;
    if (Object.hasOwn(value, '__proto__')) return true;
    for (const inside of Object.values(value)) if (typeof inside === 'object') seen.add(inside);
  }
  return false;
}
