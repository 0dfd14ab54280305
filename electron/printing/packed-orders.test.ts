import { expect, test } from 'vitest';
import type { CriteriaSet } from '../../criteria/schema.ts';
import { currentSet, office, scorecardInput } from '../../tests/example-document-input.ts';
import type { PrintOrder } from '../documents/document-input.ts';
import { packed, unpacked } from './packed-orders.ts';

const set = currentSet();
const other = { ...structuredClone(set), version: set.version + 1 };
const photo = '3f2a9c1b'.repeat(8);
const orders: readonly PrintOrder[] = [
  { kind: 'scorecard', input: scorecardInput() },
  { kind: 'minutes', input: scorecardInput(undefined, { set: other }) },
  { kind: 'checklist', input: { set, date: '2026-11-22', office, about: null } },
  {
    kind: 'evidence',
    input: {
      ...scorecardInput(),
      evidence: { '1.1': [{ kind: 'paper', text: 'Quyết định số 12' }] },
      files: { [photo]: { state: 'good', picture: { type: 'image/jpeg', base64: '/9j/' } } },
    },
  },
  {
    kind: 'summary',
    input: {
      year: 2026,
      date: '2026-11-22',
      office,
      groups: [
        { set, units: [] },
        { set: other, units: [] },
      ],
      missing: [],
    },
  },
];

test('orders arrive as they were sent, and each set is sent once', () => {
  const sent = structuredClone(packed(orders));
  expect(sent.sets).toHaveLength(2);
  expect(unpacked(sent)).toEqual(orders);
});

test('a set is sent once however many copies of it there are', () => {
  const copies = [set, structuredClone(set)].map(
    (one): PrintOrder => ({ kind: 'scorecard', input: scorecardInput(undefined, { set: one }) }),
  );
  expect(packed(copies).sets).toHaveLength(1);
});

test('a thread keeps the sets that it saw last, and not every one of many', () => {
  const states = Array.from({ length: 20 }, (_, index) => ({ ...set, version: 100 + index }));
  const unpackedSet = (one: CriteriaSet) => {
    const [order] = unpacked(
      structuredClone(packed([{ kind: 'scorecard', input: scorecardInput(undefined, { set: one }) }])),
    );
    return order?.kind === 'scorecard' ? order.input.set : undefined;
  };
  const [first, ...others] = states.map(unpackedSet);
  expect(unpackedSet(states.at(-1) as CriteriaSet)).toBe(others.at(-1));
  const again = unpackedSet(states[0] as CriteriaSet);
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
});

test('a thread has one set for all orders with the same one, and another for one that differs', () => {
  const setsOf = () =>
    unpacked(structuredClone(packed(orders.slice(0, 3)))).map((order) =>
      order.kind === 'summary' ? null : order.input.set,
    );
  const [first, second, third] = setsOf();
  expect(third).toBe(first);
  expect(second).not.toBe(first);
  expect(setsOf()[0]).toBe(first);
});
