import { anyOf, deleteRows, type PersonErased } from '#modules/clients/index.server.ts';
import type { ImportTables } from './import.tables.server.ts';
import { purgeColumns } from './purge-columns.ts';

/**
 * The person's rows of an old register. A file that still lies here to be taken back holds the person too, so it goes
 * before its time, with its key: the import then stays as it is.
 */
export const eraseImportRows: PersonErased = {
  tables: { import_row: 'deleted', import_reference: 'deleted' },
  async erase(erasing) {
    const { on, now, personIds } = erasing;
    const tx = on<ImportTables>();
    const kept = await tx
      .selectFrom('register_import')
      .select(['id', 'file_id', 'state'])
      .where(
        'id',
        'in',
        tx.selectFrom('import_row').select('import_id').where('client_id', '=', anyOf(personIds)),
      )
      .where('purged_at', 'is', null)
      .execute();
    for (const { id, file_id: fileId, state } of kept) {
      erasing.shredLater(id);
      if (fileId) erasing.removeLater(fileId);
      await tx
        .updateTable('register_import')
        .set({ ...purgeColumns(now), ...(state !== 'undone' && { state: 'done' as const }) })
        .where('id', '=', id)
        .execute();
    }
    await tx
      .updateTable('import_row')
      .set({ suspect_client: null, suspect_score: null, suspect_reasons: [], resemblance: 'none' })
      .where('suspect_client', '=', anyOf(personIds))
      .execute();
    return deleteRows(erasing, [
      ['import_row', 'client_id'],
      ['import_reference', 'client_id'],
    ]);
  },
};
