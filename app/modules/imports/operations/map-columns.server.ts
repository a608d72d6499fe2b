import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { templateKey } from '../guess-settings.server.ts';
import { type MapColumns, mapColumnsInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { sealSettings, sealTemplate } from '../import-seal.server.ts';
import type { ImportSettings } from '../import-settings.ts';
import { checkImportTask } from '../import-tasks.ts';
import { lockImport, requireSettings, requireStep } from '../lock-import.server.ts';

/**
 * Says what each column holds and what stands where the file is silent, and has the whole file checked.
 * @throws Problem `input.invalid` at `columns` (`choose-one`, `column-twice`, `needs-name-or-visit`) or `consent.form`;
 * `imports.wrong-step`, `imports.gone`, `conflict.version`
 */
export const mapColumns = operationsOn<ImportTables>()({
  name: 'import.map-columns',
  input: mapColumnsInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ house, actor, tx, now, enqueue }, input, row) {
    requireStep(row, ['open', 'ready'], input.version);
    const centre = actor.centre;
    if (!centre || !actor.staffId) throw forbidden();
    const before = await requireSettings(house, row);
    checkColumns(input, before);
    const { columns, usual, consent } = input;
    const settings: ImportSettings = { ...before, columns, usual, consent };
    if (input.remember) {
      const saved = {
        sealed: sealTemplate(house, centre.id, { columns, usual, consent, words: before.words }),
        saved_by: actor.staffId,
        saved_at: now,
      };
      await tx
        .insertInto('import_template')
        .values({ centre_id: centre.id, header_mac: templateKey(house, centre, before.headings), ...saved })
        .onConflict((conflict) => conflict.columns(['centre_id', 'header_mac']).doUpdateSet(saved))
        .execute();
    }
    await tx
      .updateTable('register_import')
      .set({
        state: 'checking',
        counts: {},
        sealed_settings: await sealSettings(house, row.id, settings),
        last_activity_at: now,
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute();
    await enqueue(checkImportTask, { importId: row.id, centreId: centre.id }, { jobKey: `import/${row.id}` });
    return {
      result: { importId: row.id, version: row.version + 1 },
      audit: { subjectId: row.id, fields: columns.map(({ field }) => field).sort() },
    };
  },
});

function checkColumns({ columns, consent }: MapColumns, settings: ImportSettings): void {
  const fields = columns.map(({ field }) => field);
  if (columns.some(({ column }) => column >= settings.headings.length))
    throw fieldProblem('columns', 'choose-one');
  const twice = columns.find(({ field }, at) => fields.indexOf(field) !== at);
  if (twice) throw fieldProblem(`columns.${twice.column}.field`, 'column-twice');
  if (!['name', 'given', 'family', 'visitOn'].some((field) => (fields as string[]).includes(field)))
    throw fieldProblem('columns', 'needs-name-or-visit');
  if (consent.stated === 'none') return;
  if (!consent.form) throw fieldProblem('consent.form', 'required');
  if (!consent.explainedIn) throw fieldProblem('consent.explainedIn', 'required');
  if (consent.stated === 'column' && !fields.includes('consent'))
    throw fieldProblem('consent.stated', 'needs-consent-column');
}
