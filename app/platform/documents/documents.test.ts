import { afterAll, describe, expect, it } from 'vitest';
import { mapStrings } from './clean-text.ts';
import { documentNames, documentSamples } from './document-samples.testing.ts';
import type { DocumentData, DocumentName } from './documents.server.ts';
import { createDocuments, documentLanguages } from './documents.server.ts';
import { canReadPdf, readPdfText } from './pdf-text.testing.ts';

const documents = createDocuments();
afterAll(() => documents.close());

const hostile = {
  'Typst code': '#panic("x") #read("/etc/passwd") $x^2$ \\ ` <a> @b // c /* d',
  'template and nesting marks': '{{centreName}} $t(years) {{{date}}}',
  quotes: '"); #panic() ("\'\'"',
  'control characters': 'a\u0000b\u0007\u001B[31m\r\n\tc',
  'bidi overrides': '\u202Eevil\u202C \u2066x\u2067y',
  'lone surrogates': '\uD800 x \uDC00',
  'a hundred thousand letters': 'x'.repeat(100_000),
  'a hundred thousand Arabic letters': 'ب'.repeat(100_000),
  'many short words': 'ab '.repeat(40_000),
  'a tower of marks': `e${'\u0301'.repeat(5_000)}`,
  'scripts without a font': '漢字 ภาษา 👩‍👩‍👧 \u{10FFFF}\u{E0041}',
  nothing: '',
  markup: ']]>&amp;</svg><script>alert(1)</script>',
  prototype: '__proto__',
};

/** Draws the sample of a document, with its data changed first if a test wants that. */
async function draw<N extends DocumentName>(
  name: N,
  language: string,
  change: (data: DocumentData[N]) => DocumentData[N] = (data) => data,
): Promise<Buffer> {
  return Buffer.from(await documents.render(name, change(documentSamples[name].data), { language }));
}

/** A PDF begins with its name; the rest is read with poppler where it is at hand. */
const beginningOf = (pdf: Buffer) => pdf.toString('latin1', 0, 5);

describe.each(Object.entries(hostile))('text made of %s', (_kind, text) => {
  it.each(documentNames)('neither runs nor stops a %s', async (name) => {
    const language = /[\u0600-\u06FF]/u.test(text) ? 'ur' : 'en';
    const pdf = await draw(name, language, (data) => mapStrings(data, () => text));
    expect(beginningOf(pdf)).toBe('%PDF-');
  });
});

describe.each(documentNames)('%s', (name) => {
  it.each(documentLanguages)('is drawn in %s', async (language) => {
    expect(beginningOf(await draw(name, language))).toBe('%PDF-');
  });

  it.runIf(canReadPdf).each(documentLanguages)(
    'shows its facts in %s on as many pages as it should',
    async (language) => {
      const { pages, shows } = documentSamples[name];
      const read = readPdfText(await draw(name, language));
      expect(read.pages).toBe(pages);
      for (const shown of shows) expect(read.text).toContain(shown);
      // A text that was not found would show its key, a value that was not filled in its braces.
      expect(read.text).not.toMatch(/\{\{|documents:|undefined|\[object/u);
    },
  );
});

it('gives the same bytes for the same data, so no clock or machine is written into them', async () => {
  expect((await draw('client-card', 'fa-AF')).equals(await draw('client-card', 'fa-AF'))).toBe(true);
});

it('takes Dari for prs and fa, and English for a language it does not have', async () => {
  expect((await draw('queue-ticket', 'prs')).equals(await draw('queue-ticket', 'fa-AF'))).toBe(true);
  expect((await draw('queue-ticket', 'fa')).equals(await draw('queue-ticket', 'fa-AF'))).toBe(true);
  expect((await draw('queue-ticket', 'xx')).equals(await draw('queue-ticket', 'en'))).toBe(true);
});

it('starts again after it was closed', async () => {
  await documents.close();
  expect(beginningOf(await draw('daily-sheet', 'en'))).toBe('%PDF-');
});

describe.runIf(canReadPdf)('as read back from the PDF', () => {
  it('prints code as the text it is', async () => {
    const centreName = '#read("/etc/passwd") $x^2$ *b* _c_ {{years}} $t(years)';
    const read = readPdfText(await draw('consent-form', 'en', (data) => ({ ...data, centreName })));
    expect(read.text.replace(/\s+/gu, ' ')).toContain(centreName);
  });

  it('cuts endless text so that a one-page document stays one page', async () => {
    const centreName = 'endless '.repeat(1_000);
    const read = readPdfText(await draw('recovery-sheet', 'ur', (data) => ({ ...data, centreName })));
    expect(read.pages).toBe(1);
  });

  it('draws overlapping documents without mixing them', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => `A ${100 + i}`);
    const drawn = await Promise.all(
      numbers.map((number) => draw('queue-ticket', 'en', (data) => ({ ...data, number }))),
    );
    expect(drawn.map((pdf) => /A \d{3}/u.exec(readPdfText(pdf).text)?.[0])).toEqual(numbers);
  });

  it('draws the card as one sheet to fold, when asked', async () => {
    const read = readPdfText(await draw('client-card', 'bn', (data) => ({ ...data, format: 'sheet' })));
    expect(read.pages).toBe(1);
  });

  it('breaks a long list of looks over pages', async () => {
    const pdf = await draw('access-list', 'ar', (data) => ({
      ...data,
      rows: Array.from({ length: 60 }, () => data.rows).flat(),
    }));
    expect(readPdfText(pdf).pages).toBeGreaterThan(2);
  });

  it('tells a client whose file nobody opened that nobody did', async () => {
    const read = readPdfText(await draw('access-list', 'en', (data) => ({ ...data, rows: [] })));
    expect(read.text).toContain('Nobody opened your file');
  });
});
