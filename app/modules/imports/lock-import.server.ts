import type { Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { Problem, versionConflict } from '#platform/problem.ts';
import type { ImportState, ImportTables, RegisterImport } from './import.tables.server.ts';
import { openSettings } from './import-seal.server.ts';
import type { ImportSettings } from './import-settings.ts';

/** The import, locked until the end of the transaction. Whoever works on the same import waits here. */
export const lockImport = (
  tx: Transaction<ImportTables>,
  importId: string,
): Promise<RegisterImport | undefined> =>
  tx.selectFrom('register_import').selectAll().where('id', '=', importId).forUpdate().executeTakeFirst();

/** @throws Problem `imports.wrong-step` where the import stands elsewhere by now, `conflict.version` */
export function requireStep(row: RegisterImport, states: readonly ImportState[], version?: number): void {
  if (!states.includes(row.state)) throw new Problem('imports.wrong-step', 409);
  if (version !== undefined && row.version !== version) throw versionConflict();
}

/** @throws Problem `imports.gone` after the file's time */
export async function requireSettings(house: House, row: RegisterImport): Promise<ImportSettings> {
  const settings = await openSettings(house, row);
  if (!settings) throw new Problem('imports.gone', 410);
  return settings;
}
