import { expect, it } from 'vitest';
import { currentSet } from '../../../tests/example-document-input.ts';
import { communeCapacity } from './commune-signatory.ts';

it.each([
  ['xa', 'UBND xã'],
  ['phuong', 'UBND phường'],
  ['thi_tran', 'UBND thị trấn'],
  ['dac_khu', 'UBND đặc khu'],
] as const)('signs for a unit of type %s as %s', (type, committee) => {
  expect(communeCapacity(currentSet(), { type })).toEqual(['Đại diện', committee]);
});

it('names the level where the unit or its type is not known', () => {
  expect(communeCapacity(currentSet(), null)).toEqual(['Đại diện', 'UBND cấp xã']);
  expect(communeCapacity({ unitTypes: [] }, { type: 'xa' })).toEqual(['Đại diện', 'UBND cấp xã']);
});
