import { describe, expect, it } from 'vitest';
import type { DocumentData, DocumentName } from './documents.server.ts';
import { createDocuments, documentLanguages } from './documents.server.ts';
import { readPdfText } from './pdf-text.testing.ts';

const documents = createDocuments();
const key = 'K7QMF-2XW9D-PB4TR-0ZHN6-VJ3CY-8AESG-5K1QM-D9R2X-HT4WB-N7PF0-Y6ZJC-3VA8E-GS5K1';

const samples: { [N in DocumentName]?: { data: DocumentData[N]; pages: number; shows: string[] } } = {
  'recovery-sheet': {
    data: { centreName: 'Riverside Centre', date: '2026-11-22', houseId: '7f3a-19c2', recoveryKey: key },
    pages: 1,
    shows: ['Riverside', '7f3a-19c2', 'K7QMF', 'GS5K1', 'serai restore'],
  },
  'client-card': {
    data: { cardNumber: '4827-1930-56', neutralName: 'Riverside House', phone: '+93 700 555 012' },
    pages: 2,
    shows: ['4827-1930-56', 'Riverside House', '+93 700 555 012'],
  },
};

const names = Object.keys(samples) as (keyof typeof samples)[];

describe.each(names)('%s', (name) => {
  it.each(documentLanguages)('is drawn in %s with its facts readable', async (language) => {
    const sample = samples[name];
    if (!sample) throw new Error(`No sample for ${name}`);
    const pdf = await documents.render(name, sample.data as never, { language });
    expect(Buffer.from(pdf.subarray(0, 5)).toString('latin1')).toBe('%PDF-');
    const read = readPdfText(pdf);
    if (!read) return;
    expect(read.pages).toBe(sample.pages);
    for (const shown of sample.shows) expect(read.text).toContain(shown);
  });
});
