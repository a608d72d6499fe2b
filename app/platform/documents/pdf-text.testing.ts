import { spawnSync } from 'node:child_process';

/** Is poppler's `pdftotext` on this machine? Without it the tests look at the bytes only. */
export const canReadPdf = !spawnSync('pdftotext', ['-v']).error;

/** Text and number of pages of a PDF, as poppler reads them. */
export function readPdfText(pdf: Uint8Array): { text: string; pages: number } {
  const run = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  if (run.error) throw run.error;
  return {
    // Directional marks are pdftotext's own.
    text: run.stdout.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ''),
    // Every page ends in a form feed.
    pages: run.stdout.split('\f').length - 1,
  };
}
