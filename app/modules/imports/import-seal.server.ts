import type { House } from '#platform/house.server.ts';
import type { CellValue } from '#platform/tables/table.ts';
import type { RegisterImport } from './import.tables.server.ts';
import type { ImportFindings, ImportSettings, ImportTemplate } from './import-settings.ts';

/** A waiting row as it stood in the file. */
export interface StagedCells {
  cells: CellValue[];
}

const settingsPlace = (id: string) => ({ table: 'register_import', column: 'sealed_settings', row: id });
const findingsPlace = (id: string) => ({ table: 'register_import', column: 'sealed_findings', row: id });
const rowPlace = (id: string, number: number) => ({
  table: 'import_row',
  column: 'sealed',
  row: `${id}/${number}`,
});
const templatePlace = (centreId: string) => ({ table: 'import_template', column: 'sealed', row: centreId });

export const sealSettings = (house: House, id: string, settings: ImportSettings) =>
  house.vault.seal(id, settingsPlace(id), settings);
export const sealFindings = (house: House, id: string, findings: ImportFindings) =>
  house.vault.seal(id, findingsPlace(id), findings);
export const sealRow = (house: House, id: string, number: number, cells: CellValue[]) =>
  house.vault.seal(id, rowPlace(id, number), { cells } satisfies StagedCells);

/** Undefined when the import's key was destroyed: its file and waiting rows are gone for ever. */
export async function openSettings(
  house: House,
  row: Pick<RegisterImport, 'id' | 'sealed_settings' | 'purged_at'>,
): Promise<ImportSettings | undefined> {
  if (!row.sealed_settings || row.purged_at) return undefined;
  return house.vault.unseal<ImportSettings>(row.id, settingsPlace(row.id), row.sealed_settings);
}

export async function openFindings(
  house: House,
  row: Pick<RegisterImport, 'id' | 'sealed_findings' | 'purged_at'>,
): Promise<ImportFindings | undefined> {
  if (!row.sealed_findings || row.purged_at) return undefined;
  return house.vault.unseal<ImportFindings>(row.id, findingsPlace(row.id), row.sealed_findings);
}

/** The cells of waiting rows; rows that were taken have none any more. */
export async function openRows(
  house: House,
  importId: string,
  rows: readonly { number: number; sealed: Buffer | null }[],
): Promise<Map<number, CellValue[]>> {
  const waiting = rows.flatMap(({ number, sealed }) => (sealed ? [{ number, sealed }] : []));
  const opened = await house.vault.unsealMany<StagedCells>(
    waiting.map(({ number, sealed }) => ({ keyId: importId, place: rowPlace(importId, number), sealed })),
  );
  return new Map(
    waiting.flatMap(({ number }, at) => (opened[at] ? [[number, opened[at].cells] as const] : [])),
  );
}

/** Keyed hash of a file's bytes: known again without being kept. */
export const fileMac = (house: House, sha256: string): Buffer => house.vault.mac('import-file', sha256);
export const rowMac = (house: House, text: string): Buffer => house.vault.mac('import-row', text);
export const referenceMac = (house: House, centreId: string, number: string): Buffer =>
  house.vault.mac('import-reference', `${centreId}\u0000${number}`);
export const headerMac = (house: House, headings: readonly string[]): Buffer =>
  house.vault.mac('import-header', headings.join('\u0000'));

export const sealTemplate = (house: House, centreId: string, template: ImportTemplate): Buffer =>
  house.vault.sealForHouse(templatePlace(centreId), template);
export const openTemplate = (house: House, centreId: string, sealed: Buffer): ImportTemplate =>
  house.vault.unsealForHouse<ImportTemplate>(templatePlace(centreId), sealed);
