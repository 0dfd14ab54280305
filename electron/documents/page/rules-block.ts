/** Which rules a document rests on: the version of the set, its hash, and who read its rules in the decision. */
import type { Content } from 'pdfmake/interfaces.js';
import { type Confirmer, confirmersOf } from '../../../criteria/rules/register.ts';
import { countRules, rulesOf } from '../../../criteria/rules/rules.ts';
import type { CriteriaSet } from '../../../criteria/schema.ts';
import { shortCode } from '../../../criteria/short-code.ts';
import { numberText, vi } from '../../../criteria/wording.ts';
import { hashOfSet } from '../../set-hash.ts';
import { sectionTitle } from './section-title.ts';

/** "Bộ tiêu chí xã, phường phù hợp với trẻ em (bản 2)". */
export function versionText(set: CriteriaSet): string {
  return `${vi(set.title)} (bản ${numberText(set.version)})`;
}

/** The hash of the set as it stands, in fours: all of it, or as many digits as of a check code. */
export function rulesCode(set: CriteriaSet, digits: 'all' | 'first' = 'all'): string {
  const hash = hashOfSet(set);
  return digits === 'first' ? shortCode(hash) : hash.replace(/.{4}(?=.)/g, '$& ');
}

/** How many rules were read in the decision, and by whom; names beyond `mostNames` are only counted. */
export function confirmedText(set: CriteriaSet, mostNames: number = Number.POSITIVE_INFINITY): string {
  const rules = rulesOf(set);
  const { confirmed, total } = countRules(rules);
  const share = `${numberText(confirmed)}/${numberText(total)} quy tắc`;
  const confirmers = confirmersOf(set);
  if (confirmers.length === 0)
    return confirmed === 0
      ? `Chưa đối chiếu quy tắc nào trong ${numberText(total)} quy tắc`
      : `${share} được ghi là đã đọc trong văn bản, chưa có người đối chiếu`;
  const unnamed = rules.filter(
    (rule) => rule.confirmed && rule.provenances.every(({ confirmedBy }) => confirmedBy === undefined),
  ).length;
  const others = confirmers.length - mostNames;
  const names = confirmers.slice(0, mostNames).map(confirmerText).join(', ');
  return [
    `Đã đối chiếu ${share}: ${names}${others > 0 ? ` và ${numberText(others)} người khác` : ''}`,
    ...(unnamed > 0
      ? [`${numberText(unnamed)} quy tắc được ghi là đã đọc trong văn bản, không ghi tên người đối chiếu`]
      : []),
  ].join('; ');
}

function confirmerText({ by, rules, from, to }: Confirmer): string {
  const days = from === to ? dayText(from) : `từ ${dayText(from)} đến ${dayText(to)}`;
  return `${by} (${numberText(rules)}\u00a0quy tắc, ${days})`;
}

function dayText(iso: string): string {
  return iso.split('-').reverse().join('/');
}

/** The whole code and everybody who confirmed, a sentence each. */
export function rulesSentences(set: CriteriaSet): readonly [code: string, confirmed: string] {
  return [`Mã của bộ tiêu chí (SHA-256): ${rulesCode(set)}.`, `${confirmedText(set)}.`];
}

/** A section of its own. The title stays with the code; who confirmed may go on over pages. */
export function rulesBlock(set: CriteriaSet): Content[] {
  const [code, confirmed] = rulesSentences(set);
  const text = (words: string): Content => ({ text: words, fontSize: 11, margin: [0, 2, 0, 0] });
  return [
    {
      unbreakable: true,
      stack: [
        { ...sectionTitle('Bộ tiêu chí đã dùng'), fontSize: 12 },
        text(`${versionText(set)}, ${vi(set.legalBasis)}.`),
        text(code),
      ],
    },
    text(confirmed),
  ];
}
