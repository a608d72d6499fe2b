import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { makeRecoveryKey } from '../../app/modules/setup/recovery-key.server.ts';
import { canReadPdf, readPdfText } from '../../app/platform/documents/pdf-text.testing.ts';
import type { House } from '../../app/platform/house.server.ts';

/** Rows of the key on the sheet: groups of four and nothing else. */
const row = /^\s*[A-Z0-9]{4}(\s+[A-Z0-9]{4})*\s*$/;

/** The numbered groups of a recovery sheet, as a person reads them from the paper. */
export async function readSheet(house: House, download: Download): Promise<string[]> {
  const pdf = readFileSync(await download.path());
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('The sheet is not a PDF.');
  // Where nothing can read a PDF, the journey goes on with a sheet that was never printed.
  if (!canReadPdf) return makeRecoveryKey(house).split('-');
  const { text } = readPdfText(pdf);
  const groups = text
    .split('\n')
    .filter((line) => row.test(line))
    .flatMap((line) => line.trim().split(/\s+/));
  if (groups.length !== 13) throw new Error(`The sheet shows ${groups.length} groups instead of 13.`);
  return groups;
}
