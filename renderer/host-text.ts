/** What the host says, in the language of the interface. */
import i18next from 'i18next';

interface Pattern {
  readonly pattern: RegExp;
  readonly english: string;
}

const patternsOf = new WeakMap<object, readonly Pattern[]>();

/**
 * A sentence of the host as the reader gets it. The host speaks Vietnamese; where the interface is English, its sentences
 * are found by their Vietnamese, and what has no English stays as it was said.
 */
export function hostText(said: string): string {
  if (i18next.language !== 'en') return said;
  const texts: unknown = i18next.getResourceBundle('en', 'host');
  return typeof texts === 'object' && texts !== null
    ? (inEnglish(said, texts as Readonly<Record<string, string>>) ?? said)
    : said;
}

function inEnglish(said: string, texts: Readonly<Record<string, string>>): string | undefined {
  const plain = texts[said];
  if (plain !== undefined) return plain;
  for (const { pattern, english } of patternsIn(texts)) {
    const facts = pattern.exec(said)?.slice(1);
    // What a sentence tells of can be a sentence, too.
    if (facts !== undefined)
      return english.replaceAll(/\{(\d)\}/g, (_, number) => {
        const fact = facts[number - 1] ?? '';
        return inEnglish(fact, texts) ?? fact;
      });
  }
  return /[.] |[,;] /.test(said) ? sentenceBySentence(said, texts) : undefined;
}

/** What the host put one behind the other, if each of it is known. */
function sentenceBySentence(said: string, texts: Readonly<Record<string, string>>): string | undefined {
  for (const gap of ['. ', '; ', ', ']) {
    const parts = said.split(gap);
    if (parts.length === 1) continue;
    const known = parts.map((part) => inEnglish(part, texts) ?? inEnglish(`${part}.`, texts)?.slice(0, -1));
    if (known.every((part) => part !== undefined)) return known.join(gap);
  }
  return undefined;
}

/** Those with the most words of their own first, so that the most exact one is found. */
function patternsIn(texts: Readonly<Record<string, string>>): readonly Pattern[] {
  let patterns = patternsOf.get(texts);
  if (patterns === undefined) {
    const own = (text: string) => text.replaceAll(/\{\d\}/g, '').length;
    patterns = Object.entries(texts)
      .filter(([vietnamese]) => /\{\d\}/.test(vietnamese))
      .toSorted(([one], [other]) => own(other) - own(one))
      .map(([vietnamese, english]) => ({ pattern: patternOf(vietnamese), english }));
    patternsOf.set(texts, patterns);
  }
  return patterns;
}

function patternOf(vietnamese: string): RegExp {
  const parts = vietnamese.split(/\{\d\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('(.*?)')}$`, 's');
}
