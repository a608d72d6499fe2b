import type { Script } from './script-of.ts';

/**
 * Compounds that are spelled in many ways: "servant of …" in front, "… of the faith" and "… of God" behind. What
 * is left of two compounds of one kind is compared alone, so that "Abderrahmane" meets "عبد الرحمن".
 */
export type CompoundKind = 'abd' | 'din' | 'allah';

export interface Compound {
  kind: CompoundKind;
  rest: string;
}

type Patterns = readonly (readonly [CompoundKind, RegExp])[];

const latin: Patterns = [
  ['allah', /^(.{2,}?)[aeou]?ll?ah?$/u],
  ['din', /^(.{2,}?)(?:[aeiou]?l?d?d|[eu]d)(?:in|een|ine|eine|yn|ien|iin)$/u],
  ['abd', /^ab[dt](?:[aeiou](?:l|r(?=r)|s(?=s|h)|n(?=n)|z(?=z)|d(?=d))?|l)(.{3,})$/u],
];
const arabic: Patterns = [
  ['allah', /^(.{2,}?)ا?لله$/u],
  ['din', /^(.{2,}?)الدين$/u],
  ['abd', /^عبدال(.{2,})$/u],
];
const cyrillic: Patterns = [
  ['allah', /^(.{2,}?)[аоуе]?лл?ах?$/u],
  ['din', /^(.{2,}?)(?:[аеиу]?л?дд|[еу]д)[иы]н$/u],
  ['abd', /^абд[аеиоу]?(?:л|р(?=р)|с(?=с)|н(?=н)|з(?=з))?(.{3,})$/u],
];

/** The kind and the rest of a compound word: Bengali and Devanagari are given in Latin letters. */
export function compoundOf(text: string, script: Script): Compound | undefined {
  if (text.length < 6) return undefined;
  const patterns = script === 'arabic' ? arabic : script === 'cyrillic' ? cyrillic : latin;
  for (const [kind, pattern] of patterns) {
    const rest = pattern.exec(text)?.[1];
    // A bare "-llah" or "-lla" ends many other names too; it counts as "of God" only in full.
    if (rest !== undefined && (kind !== 'allah' || /(?:ll?ah|لله|лл?ах?)$/u.test(text)))
      return { kind, rest };
  }
  return undefined;
}

const articles: Partial<Record<Script, RegExp>> = {
  latin: /^(?:[aeu]l|ur|[aeu](?:r(?= r)|s(?= s)|d(?= d)|n(?= n)|z(?= z)|t(?= t)|sh(?= sh))) /u,
  arabic: /^ال /u,
  cyrillic: /^(?:[аэу]ль?|[аэу](?:р(?= р)|с(?= с)|д(?= д)|н(?= н)|ш(?= ш)|з(?= з)|т(?= т))) /u,
  bengali: /^(?:আল|উল|উর|আর(?= র)|আস(?= স)|আদ(?= দ)|উদ(?= দ)) /u,
  devanagari: /^(?:अल|उल|उर|अर(?= र)|अस(?= स)|उस(?= स)|उद(?= द)) /u,
};

/** Whether a word is an article written apart from the word that follows. */
export function isArticle(word: string, next: string, script: Script): boolean {
  return word.length <= 3 && (articles[script]?.test(`${word} ${next}`) ?? false);
}

const joining: Partial<Record<Script, readonly [before: RegExp, behind: RegExp]>> = {
  latin: [
    /^(?:abd[aeiou]?[lrs]?|abu|abou)$/u,
    /^(?:[aeu]l.*|all?ah|ull?ah|[aeu]?d?din|[aeu]?ddine|uddeen|.?deen)$/u,
  ],
  arabic: [/^(?:عبد|أبو|ابو)$/u, /^(?:ال.*|لله)$/u],
  cyrillic: [/^(?:абд[аеиоу]?[лрс]?ь?|абу)$/u, /^(?:[аэ]ль?.*|алл?ах|улл?а|[ауе]?д?дин)$/u],
  bengali: [/^(?:আব্দু[লরসন]?|আবদু[লরসন]?|আবু)$/u, /^(?:উদ্দিন|উদ্দীন|উদ্‌দীন|উল্লাহ|আল.*)$/u],
  devanagari: [/^(?:अब्दु[लर]?|अबू)$/u, /^(?:उद्दीन|उल्लाह)$/u],
};

/** Whether two neighbours are often written as one word, so that the index looks for both ways. */
export function oftenJoined(first: string, second: string, script: Script): boolean {
  const pair = joining[script];
  return pair !== undefined && (pair[0].test(first) || pair[1].test(second));
}
