import { describe, expect, test } from 'vitest';
import { currentSet } from '../../tests/example-assessment.ts';
import { emptyForm, type Form, formFaults, ownCode, unitOf } from './form.ts';
import { inForceIn } from './in-force.ts';

const offered = inForceIn(currentSet, '2026');

const byHand: Form = {
  ...emptyForm(2026),
  source: 'hand',
  name: ' Xã Mẫu ',
  type: 'xa',
  province: 'Tỉnh Mẫu',
  unitClass: 'other',
};

describe('the form of a new assessment', () => {
  test('asks for unit and class, and guesses neither', () => {
    expect(formFaults(emptyForm(2026), offered)).toEqual({ unit: 'unit', class: 'class' });
  });

  test('names each field that is wrong in a unit typed by hand', () => {
    const form = { ...byHand, name: ' ', type: '', province: '', code: 'mã số', year: '26' };
    expect(formFaults(form, offered)).toEqual({
      name: 'name',
      type: 'type',
      province: 'province',
      code: 'code',
      year: 'year',
    });
    expect(formFaults({ ...byHand, district: 'x'.repeat(201) }, offered)).toEqual({ district: 'tooLong' });
    expect(formFaults({ ...byHand, name: '---' }, offered)).toEqual({ name: 'name' });
    expect(formFaults({ ...byHand, name: 'x'.repeat(201) }, offered)).toEqual({ name: 'tooLong' });
  });

  test('takes no unit whose type the criteria set does not have in that year', () => {
    const chosen = { code: '24769', name: 'Khu vực Mẫu', type: 'khu_vuc', province: 'Tỉnh Mẫu' } as never;
    const form: Form = { ...emptyForm(2026), chosen, unitClass: 'other' };
    expect(formFaults(form, offered)).toEqual({ unit: 'unitType' });
    expect(formFaults(byHand, { ...offered, types: [] })).toEqual({ type: 'type' });
    expect(formFaults(byHand, { ...offered, classes: [] })).toEqual({ class: 'class' });
  });

  test('gives a unit typed by hand a code of its own only where it has none', () => {
    expect(unitOf(byHand, 'nt-00000001')).toEqual({
      code: 'nt-00000001',
      name: 'Xã Mẫu',
      type: 'xa',
      province: 'Tỉnh Mẫu',
      class: 'other',
    });
    expect(unitOf({ ...byHand, code: ' 24769 ' }, 'nt-00000001').code).toBe('24769');
  });

  test('own codes are eight hexadecimal digits', () => {
    expect(ownCode(() => 255)).toBe('nt-000000ff');
  });
});
