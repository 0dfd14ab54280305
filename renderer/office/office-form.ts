/** The office as it is typed: a text for each field, with a line for each entry where there are several. Pure. */
import i18next from 'i18next';
import { type Office, officeSchema } from '../../criteria/office.ts';
import { vietnamese } from '../../criteria/vietnamese-issues.ts';

export const signers = ['head', 'leader', 'secretary'] as const satisfies (keyof Office['signatories'])[];
export const receivedDocuments = [
  'scorecard',
  'certificate',
  'minutes',
  'summary',
] as const satisfies (keyof Office['recipients'])[];

type Signer = (typeof signers)[number];
type ReceivedDocument = (typeof receivedDocuments)[number];

/** Named as the place in the office that it belongs to. */
export type OfficeField =
  | 'superior'
  | 'body'
  | 'place'
  | 'recogniser'
  | `signatories.${Signer}.${'capacity' | 'name'}`
  | `recipients.${ReceivedDocument}`;

export type OfficeForm = Readonly<Record<OfficeField, string>>;

export function formOf({ superior, body, place, recogniser, signatories, recipients }: Office): OfficeForm {
  const signing = signers.flatMap((signer) => [
    [`signatories.${signer}.capacity`, signatories[signer].capacity.join('\n')],
    [`signatories.${signer}.name`, signatories[signer].name],
  ]);
  const receiving = receivedDocuments.map((kind) => [`recipients.${kind}`, recipients[kind].join('\n')]);
  return { superior, body, place, recogniser, ...Object.fromEntries([...signing, ...receiving]) };
}

/** The office that a form describes; empty lines say nothing. It may still have faults. */
export function officeOf(form: OfficeForm): Office {
  const signatory = (signer: Signer) => ({
    capacity: linesOf(form[`signatories.${signer}.capacity`]),
    name: form[`signatories.${signer}.name`].trim(),
  });
  return {
    superior: form.superior.trim(),
    body: form.body.trim(),
    place: form.place.trim(),
    recogniser: form.recogniser.trim(),
    signatories: {
      head: signatory('head'),
      leader: signatory('leader'),
      secretary: signatory('secretary'),
    },
    recipients: {
      scorecard: linesOf(form['recipients.scorecard']),
      certificate: linesOf(form['recipients.certificate']),
      minutes: linesOf(form['recipients.minutes']),
      summary: linesOf(form['recipients.summary']),
    },
  };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

export interface OfficeFault {
  /** As it stands in the field, from 1; null for the field as a whole. */
  readonly line: number | null;
  /** A sentence without a full stop. */
  readonly message: string;
}

/** What is wrong with each field; the first fault of each. */
export function officeFaults(form: OfficeForm): Readonly<Partial<Record<OfficeField, OfficeFault>>> {
  const faults: Partial<Record<OfficeField, OfficeFault>> = {};
  for (const issue of officeSchema.safeParse(officeOf(form), vietnamese).error?.issues ?? []) {
    const last = issue.path.at(-1);
    const field = issue.path.filter((step) => typeof step === 'string').join('.');
    if (!isField(form, field)) continue;
    const line = typeof last === 'number' ? typedLine(form[field], last) : null;
    const tooMany = issue.code === 'too_big' && issue.origin === 'array';
    faults[field] ??= {
      line,
      message: tooMany ? i18next.t('office.tooManyLines', { n: Number(issue.maximum) }) : issue.message,
    };
  }
  return faults;
}

/** Where the nth line that says something stands in the field, among the empty ones. */
function typedLine(text: string, nth: number): number {
  const filled = text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [index + 1]));
  return filled[nth] ?? nth + 1;
}

function isField(form: OfficeForm, name: string): name is OfficeField {
  return Object.hasOwn(form, name);
}

/** Whether a form says anything else than the office. */
export function differs(form: OfficeForm, office: Office): boolean {
  return JSON.stringify(formOf(officeOf(form))) !== JSON.stringify(formOf(office));
}
