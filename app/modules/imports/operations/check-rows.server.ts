import { operationsOn } from '#platform/operations/operation.server.ts';
import { checkRowsInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { rowMac, sealRow } from '../import-seal.server.ts';
import { lockImport } from '../lock-import.server.ts';

/**
 * A job's step: keeps checked rows, sealed. What was taken before, from this or another file, is marked as repeated.
 * `false` when a newer check has overtaken this one.
 */
export const checkRows = operationsOn<ImportTables>()({
  name: 'import.check-rows',
  input: checkRowsInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ house, tx, now }, { checkId, rows }, row) {
    const audit = { subjectId: row.id, count: rows.length, fields: ['check'] };
    if (row.state !== 'checking' || row.check_id !== checkId)
      return { result: { current: false, repeated: [] as number[] }, audit };
    const made = await Promise.all(
      rows.map(async (each) => ({
        import_id: row.id,
        number: each.number,
        centre_id: row.centre_id,
        state: each.state,
        sealed: await sealRow(house, row.id, each.number, each.cells),
        fingerprint: rowMac(house, `${row.centre_id}\u0000${each.fingerprint}`),
        problems: each.problems,
        resemblance: each.resemblance,
        suspect_client: each.suspectClient ?? null,
        suspect_row: each.suspectRow ?? null,
        suspect_score: each.suspectScore ?? null,
        suspect_reasons: each.suspectReasons,
      })),
    );
    const known =
      made.length === 0
        ? []
        : await tx
            .selectFrom('import_row')
            .select('fingerprint')
            .where('centre_id', '=', row.centre_id)
            .where('state', 'in', ['taken', 'kept'])
            .where(
              'fingerprint',
              'in',
              made.map(({ fingerprint }) => fingerprint),
            )
            .execute();
    const taken = new Set(known.map(({ fingerprint }) => fingerprint.toString('base64')));
    const repeated: number[] = [];
    for (const each of made) {
      if (!taken.has(each.fingerprint.toString('base64'))) continue;
      each.state = 'repeated';
      repeated.push(each.number);
    }
    if (made.length > 0) await tx.insertInto('import_row').values(made).execute();
    await tx
      .updateTable('register_import')
      .set({ counts: { rows: (row.counts.rows ?? 0) + made.length }, last_activity_at: now })
      .where('id', '=', row.id)
      .execute();
    return { result: { current: true, repeated }, audit };
  },
});
