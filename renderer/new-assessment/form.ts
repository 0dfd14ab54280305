/** What is typed into the form of a new assessment, what is wrong with it, and the unit that it describes. Pure. */
import { type Unit, unitSchema, yearSchema } from '../../criteria/unit.ts';
import type { CatalogueUnit } from '../../electron/api.ts';
import type { InForce } from './in-force.ts';

export interface Form {
  readonly source: 'catalogue' | 'hand';
  readonly chosen: CatalogueUnit | null;
  readonly name: string;
  readonly type: string;
  readonly province: string;
  readonly district: string;
  readonly code: string;
  readonly unitClass: string;
  readonly year: string;
}

export type FormFault =
  | 'unit'
  | 'unitType'
  | 'name'
  | 'type'
  | 'province'
  | 'code'
  | 'class'
  | 'year'
  | 'tooLong';
export type FormField = 'unit' | 'name' | 'type' | 'province' | 'district' | 'code' | 'class' | 'year';
export type FormFaults = Readonly<Partial<Record<FormField, FormFault>>>;

export function emptyForm(year: number): Form {
  return {
    source: 'catalogue',
    chosen: null,
    name: '',
    type: '',
    province: '',
    district: '',
    code: '',
    unitClass: '',
    year: String(year),
  };
}

/** `offered` is what the criteria set has in the year of the form. */
export function formFaults(form: Form, offered: InForce): FormFaults {
  const hasType = (type: string) => offered.types.some(({ id }) => id === type);
  const faults: Partial<Record<FormField, FormFault>> = {};
  if (form.source === 'catalogue') {
    if (form.chosen === null) faults.unit = 'unit';
    else if (!hasType(form.chosen.type)) faults.unit = 'unitType';
  } else {
    if (!unitSchema.shape.name.safeParse(form.name).success) faults.name = longOr('name', form.name);
    if (!hasType(form.type)) faults.type = 'type';
    if (!unitSchema.shape.province.safeParse(form.province).success)
      faults.province = longOr('province', form.province);
    if (!unitSchema.shape.district.safeParse(given(form.district)).success) faults.district = 'tooLong';
    if (given(form.code) !== undefined && !unitSchema.shape.code.safeParse(form.code.trim()).success)
      faults.code = 'code';
  }
  if (!offered.classes.some(({ id }) => id === form.unitClass)) faults.class = 'class';
  if (!/^\s*\d{4}\s*$/.test(form.year) || !yearSchema.safeParse(Number(form.year)).success)
    faults.year = 'year';
  return faults;
}

/** The unit of a form without faults. `ownCode` stands in where a unit typed by hand has no official code. */
export function unitOf(form: Form, ownCode: string): Unit {
  if (form.source === 'catalogue' && form.chosen !== null) {
    const { code, name, type, province } = form.chosen;
    return { code, name, type, province, class: form.unitClass };
  }
  const district = given(form.district);
  return {
    code: given(form.code) ?? ownCode,
    name: form.name.trim(),
    type: unitSchema.shape.type.parse(form.type),
    province: form.province.trim(),
    class: form.unitClass,
    ...(district === undefined ? {} : { district }),
  };
}

/** The type of the unit as far as it is known. */
export function typeOf(form: Form): string | undefined {
  if (form.source === 'catalogue') return form.chosen?.type;
  return form.type === '' ? undefined : form.type;
}

/** A code of ours for a unit typed by hand: `nt-` (nhập tay) and 8 hexadecimal digits. */
export function ownCode(
  random: () => number = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
): string {
  return `nt-${random().toString(16).padStart(8, '0')}`;
}

function given(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

/** A text that the schema refuses is either too long, or says nothing that could be a name. */
function longOr(missing: FormFault, text: string): FormFault {
  return /[\p{L}\p{N}]/u.test(text) ? 'tooLong' : missing;
}
