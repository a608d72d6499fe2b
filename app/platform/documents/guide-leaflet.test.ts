import { afterAll, describe, expect, it } from 'vitest';
import { mapStrings } from './clean-text.ts';
import { createDocuments, leafletLanguages } from './documents.server.ts';
import { leafletSample } from './leaflet-sample.testing.ts';
import { canReadPdf, readPdfText } from './pdf-text.testing.ts';

const documents = createDocuments();
afterAll(() => documents.close());

/** What stands in the fields that choose how a thing is drawn. */
const choices = new Set(['kind', 'fence']);

const draw = (data: typeof leafletSample, language: string) =>
  documents.render('guide-leaflet', data, { language });

describe('a leaflet whose every word is hostile is still a leaflet', () => {
  it.each([
    ['Typst code', '#panic("x") #read("/etc/passwd") $x^2$ \\ ` <a> @b // c /* d'],
    ['bidi overrides', '\u202Eevil\u202C \u2066x\u2067y'],
    ['half characters', '\uD800 x \uDC00'],
    ['a hundred thousand letters', 'x'.repeat(100_000)],
    ['a hundred thousand Arabic letters', 'ب'.repeat(100_000)],
    ['a tower of marks', `e${'\u0301'.repeat(5_000)}`],
    ['scripts without a font', '漢字 ภาษา 👩‍👩‍👧 \u{10FFFF}'],
    ['nothing', ''],
    ['only spaces', '   '],
  ])('%s', async (_what, text) => {
    const pdf = await draw(
      mapStrings(leafletSample, (own, key) => (choices.has(key) ? own : text)),
      /[\u0600-\u06FF]/u.test(text) ? 'ur' : 'en',
    );
    expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it('lists within lists, wide tables, empty blocks', async () => {
    const nested = Array.from({ length: 6 }).reduce<(typeof leafletSample)['blocks']>(
      (inside) => [{ kind: 'list', items: [inside, []] }],
      [{ kind: 'paragraph', runs: [] }],
    );
    const cells = Array.from({ length: 12 }, () => [{ text: 'cell' }]);
    const pdf = await draw(
      {
        ...leafletSample,
        blocks: [
          ...nested,
          { kind: 'table', head: cells, rows: Array.from({ length: 60 }, () => cells) },
          { kind: 'table', head: [], rows: [] },
          { kind: 'warning', word: 'w', children: nested },
          { kind: 'checklist', items: [] },
        ],
      },
      'ar',
    );
    expect(pdf.length).toBeGreaterThan(1_000);
  });
});

describe.runIf(canReadPdf)('as read back', () => {
  it.each(leafletLanguages)(
    'a leaflet in %s shows its words, its address and every kind of block',
    async (language) => {
      const { text } = readPdfText(await draw(leafletSample, language));
      for (const shown of [
        'PKR 500',
        'Office of Stamps',
        'Passport office',
        'Identity card',
        'Riverside Centre',
      ])
        expect(text).toContain(shown);
      expect(text).not.toMatch(/undefined|\[object|\{\{/u);
    },
  );

  it.each([
    ['am', 'ሀለሐመሠረ'],
    ['tg', 'Ҳуҷҷат ғӯқӣ'],
    ['bn', 'কাগজপত্র'],
    ['ckb', 'ڕۆژ'],
    ['ps', 'ښځې'],
  ])('has the letters of %s', async (language, word) => {
    const { text } = readPdfText(
      await draw({ ...leafletSample, blocks: [{ kind: 'paragraph', runs: [{ text: word }] }] }, language),
    );
    for (const letter of word.normalize('NFC').match(/\p{L}/gu) ?? [])
      expect(text.normalize('NFKC')).toContain(letter.normalize('NFKC'));
  });

  it('takes a hundred blocks over as many pages as they need', async () => {
    const blocks = Array.from({ length: 20 }, () => leafletSample.blocks).flat();
    expect(readPdfText(await draw({ ...leafletSample, blocks }, 'fr')).pages).toBeGreaterThan(3);
  });
});
