/**
 * Orders on their way to a thread. A criteria set is most of an order and the same in all of them: as a text it costs
 * little to send, and a thread that has seen it keeps one set, with all that was found out about it.
 */
import type { CriteriaSet } from '../../criteria/schema.ts';
import type { PrintOrder } from '../documents/document-input.ts';

export interface PackedOrders {
  /** Orders whose sets are places in `sets`. */
  readonly orders: readonly object[];
  readonly sets: readonly string[];
}

const texts = new WeakMap<CriteriaSet, string>();
/** By text, in the thread that unpacks. */
const seen = new Map<string, CriteriaSet>();
/** A machine has a few; more come from rules that are confirmed one after another, each of which makes another set. */
const mostSeen = 12;

export function packed(orders: readonly PrintOrder[]): PackedOrders {
  const sets = new Map<string, number>();
  const place = (set: CriteriaSet) => {
    const text = textOf(set);
    const known = sets.get(text);
    if (known === undefined) sets.set(text, sets.size);
    return known ?? sets.size - 1;
  };
  return { orders: orders.map((order) => withSets<CriteriaSet>(order, place)), sets: [...sets.keys()] };
}

export function unpacked({ orders, sets }: PackedOrders): readonly PrintOrder[] {
  const known = sets.map(setOf);
  // NOTE: what was packed as an order is one again once its places are sets.
  return orders.map((order) => withSets<number>(order as Placed, (at) => known[at]) as unknown as PrintOrder);
}

/** An order with its sets, or with a place for each of them. */
type Placed = { readonly kind: PrintOrder['kind']; readonly input: object };

function withSets<S>(order: Placed, change: (set: S) => unknown) {
  const input = order.input as { readonly set: S; readonly groups: readonly { readonly set: S }[] };
  return order.kind === 'summary'
    ? { ...order, input: { ...input, groups: input.groups.map((one) => ({ ...one, set: change(one.set) })) } }
    : { ...order, input: { ...input, set: change(input.set) } };
}

function textOf(set: CriteriaSet): string {
  let text = texts.get(set);
  if (text === undefined) {
    text = JSON.stringify(set);
    texts.set(set, text);
  }
  return text;
}

function setOf(text: string): CriteriaSet {
  let set = seen.get(text);
  if (set === undefined) {
    set = JSON.parse(text) as CriteriaSet;
    // NOTE: the one that was seen first goes, so that no number of states fills the memory of a thread.
    const [first] = seen.keys();
    if (first !== undefined && seen.size >= mostSeen) seen.delete(first);
    seen.set(text, set);
  }
  return set;
}
