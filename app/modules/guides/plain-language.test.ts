import { describe, expect, it } from 'vitest';
import { type HintKind, plainLanguageHints, splitSentences, wordsIn } from './plain-language.ts';

const kinds = (markdown: string, language = 'en') =>
  plainLanguageHints(markdown, language).map(({ kind }) => kind);
const long = (word: string, stop: string) => `${Array.from({ length: 30 }, () => word).join(' ')}${stop}`;

it('plain text gives no hint', () => {
  expect(
    kinds('## What you pay\n\nPay at the bank. Keep the receipt.\n\n1. Go.\n2. Ask for 2 copies.'),
  ).toEqual([]);
});

it('hostile text gives an answer too', () => {
  for (const typed of [
    '.'.repeat(60_000),
    'a. '.repeat(20_000),
    '1'.repeat(60_000),
    '\uD800',
    '("'.repeat(30_000),
  ])
    expect(Array.isArray(plainLanguageHints(typed, 'en'))).toBe(true);
});

describe('sentences', () => {
  it.each([
    ['English', 'Go there. Ask! Why? See Mr. Khan at No. 3, e.g. today.', 4],
    ['a number is no end', 'It costs 3.50 a day. Pay.', 2],
    ['Arabic', 'اذهب إلى البنك. هل لديك إيصال؟ احتفظ به!', 3],
    ['Urdu', 'بینک جائیں۔ رسید لیں۔ کیا رسید ملی؟', 3],
    ['Bengali', 'ব্যাংকে যান। রসিদ রাখুন।', 2],
    ['Amharic', 'ወደ ባንክ ይሂዱ። ደረሰኝ ይያዙ።', 2],
    ['Tajik', 'Ба бонк равед. Квитансия гиред!', 2],
  ])('of %s', (_language, text, count) => {
    expect(splitSentences(text)).toHaveLength(count);
  });

  it.each([
    ['en', 'word', '.'],
    ['ar', 'كلمة', '.'],
    ['ur', 'لفظ', '۔'],
    ['bn', 'শব্দ', '।'],
    ['am', 'ቃል', '።'],
    ['tg', 'калима', '.'],
  ])('too long in %s are told with their place', (language, word, stop) => {
    const [hint] = plainLanguageHints(`Short.\n\n- ${long(word, stop)}`, language);
    expect(hint).toMatchObject({ kind: 'long-sentence', block: 1, words: 30 });
  });
});

describe('words', () => {
  it.each<[string, HintKind, string]>([
    ['You must submit it.', 'hard-word', 'hand in'],
    ['It was submitted.', 'hard-word', 'hand in'],
    ['This requires time.', 'hard-word', 'need'],
    ['We utilised it.', 'hard-word', 'use'],
  ])('%s', (typed, kind, plainer) => {
    expect(plainLanguageHints(typed, 'en')).toContainEqual(expect.objectContaining({ kind, plainer }));
  });

  it('that are long, shouted, passive or avoided', () => {
    expect(kinds('Internationalisation matters.')).toEqual(['long-word']);
    expect(kinds('This is IMPORTANT.')).toEqual(['shouting']);
    expect(kinds('Your passport was taken.')).toEqual(['passive']);
    expect(kinds('An illegal migrant.')).toEqual(['avoided-word']);
    expect(kinds('Your passport was taken.', 'fr')).toEqual([]);
  });
});

it('a figure without a fact is told; a quoted fact and a small count are not', () => {
  expect(kinds('It costs 500 rupees.')).toEqual(['bare-figure']);
  expect(kinds('রসিদ ৫০০ টাকা।', 'bn')).toEqual(['bare-figure']);
  expect(kinds('It costs :fact[fee-500]. Bring 2 photos.')).toEqual([]);
});

it('the whole page: headings, steps, boxes, length', () => {
  const words = 'Ask us. '.repeat(100);
  expect(kinds(`${words}\n\n${words}`)).toContain('no-headings');
  expect(plainLanguageHints('Ask us.', 'en', 'procedure')).toEqual([{ kind: 'no-steps' }]);
  expect(plainLanguageHints('Ask us.', 'en', 'document_checklist')).toEqual([{ kind: 'no-checklist' }]);
  expect(kinds(`## A\n\n${`${'Ask us. '.repeat(30)}\n\n`.repeat(8)}`)).toEqual(['long-page']);
});

it('words are counted in every script', () => {
  expect(wordsIn('ব্যাংকে যান — now ٣')).toBe(4);
  expect(wordsIn(' ')).toBe(0);
});
