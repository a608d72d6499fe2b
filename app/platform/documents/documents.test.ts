import { afterAll, describe, expect, it } from 'vitest';
import { documentNames, documentSamples } from './document-samples.testing.ts';
import type { DocumentData, DocumentName } from './documents.server.ts';
import { createDocuments, documentLanguages } from './documents.server.ts';
import { readPdfText } from './pdf-text.testing.ts';

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

function expectPdf(pdf: Uint8Array): void {
  expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
}

describe.each(Object.entries(hostile))('text made of %s', (_kind, text) => {
  it.each(documentNames)('neither runs nor stops a %s', async (name) => {
    const data = replaceTexts<DocumentData[DocumentName]>(documentSamples[name].data, text);
    const language = /[\u0600-\u06FF]/u.test(text) ? 'ur' : 'en';
    expectPdf(await documents.render(name, data as never, { language }));
  });
});

it('prints code as the text it is', async () => {
  const text = '#read("/etc/passwd") $x^2$ *b* _c_ {{years}} $t(years)';
  const sample = documentSamples['consent-form'].data;
  const read = readPdfText(
    await documents.render('consent-form', { ...sample, centreName: text }, { language: 'en' }),
  );
  if (read) expect(read.text.replace(/\s+/gu, ' ')).toContain(text);
});

it('cuts endless text so that one-page documents stay one page', async () => {
  const sample = documentSamples['recovery-sheet'].data;
  const data = { ...sample, centreName: 'endless '.repeat(1_000) };
  const read = readPdfText(await documents.render('recovery-sheet', data, { language: 'ur' }));
  if (read) expect(read.pages).toBe(1);
});

describe.each(documentNames)('%s', (name) => {
  it.each(documentLanguages)('is drawn in %s with its facts readable', async (language) => {
    const { data, pages, shows } = documentSamples[name];
    const pdf = await documents.render(name, data as never, { language });
    expectPdf(pdf);
    const read = readPdfText(pdf);
    if (!read) return;
    expect(read.pages).toBe(pages);
    for (const shown of shows) expect(read.text).toContain(shown);
    // A text that was not found would show its key, a value that was not filled in its braces.
    expect(read.text).not.toMatch(/\{\{|documents:|undefined|\[object/u);
  });
});

it('draws overlapping documents without mixing them', async () => {
  const numbers = Array.from({ length: 12 }, (_, i) => `A ${100 + i}`);
  const sample = documentSamples['queue-ticket'].data;
  const all = await Promise.all(
    numbers.map((number) => documents.render('queue-ticket', { ...sample, number }, { language: 'en' })),
  );
  all.forEach((pdf, i) => {
    const read = readPdfText(pdf);
    if (read) expect(read.text).toContain(numbers[i]);
  });
});

it('gives the same bytes for the same data, so no clock or machine is written into them', async () => {
  const draw = () =>
    documents.render('client-card', documentSamples['client-card'].data, { language: 'fa-AF' });
  expect(Buffer.from(await draw()).equals(Buffer.from(await draw()))).toBe(true);
});

it('takes Dari for prs and fa, and English for a language it does not have', async () => {
  const words = async (language: string) =>
    readPdfText(await documents.render('queue-ticket', documentSamples['queue-ticket'].data, { language }))
      ?.text;
  expect(await words('prs')).toBe(await words('fa-AF'));
  expect(await words('fa')).toBe(await words('fa-AF'));
  expect(await words('xx')).toBe(await words('en'));
});

it('starts again after it was closed', async () => {
  await documents.close();
  expectPdf(await documents.render('daily-sheet', documentSamples['daily-sheet'].data, { language: 'en' }));
});

it('draws the card as one sheet to fold, when asked', async () => {
  const sample = documentSamples['client-card'].data;
  const pdf = await documents.render('client-card', { ...sample, format: 'sheet' }, { language: 'bn' });
  const read = readPdfText(pdf);
  if (read) expect(read.pages).toBe(1);
});

it('breaks a long list of looks over pages', async () => {
  const sample = documentSamples['access-list'].data;
  const [row] = sample.rows;
  const rows = Array.from({ length: 120 }, () => row ?? { date: '', role: '', what: '', purpose: '' });
  const read = readPdfText(await documents.render('access-list', { ...sample, rows }, { language: 'ar' }));
  if (read) expect(read.pages).toBeGreaterThan(2);
});
