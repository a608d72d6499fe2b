import { spawnSync } from 'node:child_process';

/**
 * Text and number of pages of a PDF as poppler's `pdftotext` reads them,
 * or undefined on a machine without it; a test can then look at the bytes only.
 */
export function readPdfText(pdf: Uint8Array): { text: string; pages: number } | undefined {
  const run = spawnSync('pdftotext', ['-layout', '-', '-'], {
    input: pdf,
    encoding: 'utf8',
    maxBuffer: 64e6,
  });
  if (run.error) return undefined;
  // Every page ends in a form feed. Directional marks are pdftotext's own.
  return {
    text: run.stdout.replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, ''),
    pages: run.stdout.split('\f').length - 1,
  };
}
