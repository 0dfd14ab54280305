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
