import { afterAll, describe, expect, it } from 'vitest';
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

/** The sample with every text in it replaced. */
function replaceTexts<T>(value: T, text: string): T {
  if (typeof value === 'string') return text as T;
  if (Array.isArray(value)) return value.map((item: unknown) => replaceTexts(item, text)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaceTexts(item as unknown, text)]),
  ) as T;
}

/** A PDF begins with its name; the rest is read with poppler where it is at hand. */
function beginningOf(pdf: Uint8Array): string {
  return Buffer.from(pdf.subarray(0, 5)).toString('latin1');
}

describe.each(Object.entries(hostile))('text made of %s', (_kind, text) => {
  it.each(documentNames)('neither runs nor stops a %s', async (name) => {
    const data = replaceTexts<DocumentData[DocumentName]>(documentSamples[name].data, text);
    const language = /[\u0600-\u06FF]/u.test(text) ? 'ur' : 'en';
    expect(beginningOf(await documents.render(name, data as never, { language }))).toBe('%PDF-');
  });
});

describe.each(documentNames)('%s', (name) => {
  const { data, pages, shows } = documentSamples[name];

  it.each(documentLanguages)('is drawn in %s', async (language) => {
    expect(beginningOf(await documents.render(name, data as never, { language }))).toBe('%PDF-');
  });

  it.runIf(canReadPdf).each(documentLanguages)(
    'shows its facts in %s on the pages it should have',
    async (language) => {
      const read = readPdfText(await documents.render(name, data as never, { language }));
      expect(read.pages).toBe(pages);
      for (const shown of shows) expect(read.text).toContain(shown);
      // A text that was not found would show its key, a value that was not filled in its braces.
      expect(read.text).not.toMatch(/\{\{|documents:|undefined|\[object/u);
    },
  );
});

const drawTicket = async (language: string) =>
  Buffer.from(await documents.render('queue-ticket', documentSamples['queue-ticket'].data, { language }));

it('gives the same bytes for the same data, so no clock or machine is written into them', async () => {
  expect((await drawTicket('fa-AF')).equals(await drawTicket('fa-AF'))).toBe(true);
});

it('takes Dari for prs and fa, and English for a language it does not have', async () => {
  expect((await drawTicket('prs')).equals(await drawTicket('fa-AF'))).toBe(true);
  expect((await drawTicket('fa')).equals(await drawTicket('fa-AF'))).toBe(true);
  expect((await drawTicket('xx')).equals(await drawTicket('en'))).toBe(true);
});

it('starts again after it was closed', async () => {
  await documents.close();
  const again = await documents.render('daily-sheet', documentSamples['daily-sheet'].data, {
    language: 'en',
  });
  expect(beginningOf(again)).toBe('%PDF-');
});

describe.runIf(canReadPdf)('as read back from the PDF', () => {
  it('prints code as the text it is', async () => {
    const text = '#read("/etc/passwd") $x^2$ *b* _c_ {{years}} $t(years)';
    const data = { ...documentSamples['consent-form'].data, centreName: text };
    const read = readPdfText(await documents.render('consent-form', data, { language: 'en' }));
    expect(read.text.replace(/\s+/gu, ' ')).toContain(text);
  });

  it('cuts endless text so that a one-page document stays one page', async () => {
    const data = { ...documentSamples['recovery-sheet'].data, centreName: 'endless '.repeat(1_000) };
    const read = readPdfText(await documents.render('recovery-sheet', data, { language: 'ur' }));
    expect(read.pages).toBe(1);
  });

  it('draws overlapping documents without mixing them', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => `A ${100 + i}`);
    const sample = documentSamples['queue-ticket'].data;
    const drawn = await Promise.all(
      numbers.map((number) => documents.render('queue-ticket', { ...sample, number }, { language: 'en' })),
    );
    const found = drawn.map((pdf) => /A \d{3}/u.exec(readPdfText(pdf).text)?.[0]);
    expect(found).toEqual(numbers);
  });

  it('draws the card as one sheet to fold, when asked', async () => {
    const data = { ...documentSamples['client-card'].data, format: 'sheet' as const };
    expect(readPdfText(await documents.render('client-card', data, { language: 'bn' })).pages).toBe(1);
  });

  it('breaks a long list of looks over pages', async () => {
    const sample = documentSamples['access-list'].data;
    const data = { ...sample, rows: Array.from({ length: 60 }, () => sample.rows).flat() };
    const read = readPdfText(await documents.render('access-list', data, { language: 'ar' }));
    expect(read.pages).toBeGreaterThan(2);
  });

  it('tells a client whose file nobody opened that nobody did', async () => {
    const data = { ...documentSamples['access-list'].data, rows: [] };
    const read = readPdfText(await documents.render('access-list', data, { language: 'en' }));
    expect(read.text).toContain('Nobody opened your file');
  });
});
