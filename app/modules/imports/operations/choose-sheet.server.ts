import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { guessSheet, templateKey } from '../guess-settings.server.ts';
import { chooseSheetInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { openImportFile } from '../import-file.server.ts';
import { openTemplate, sealSettings } from '../import-seal.server.ts';
import type { ImportSettings } from '../import-settings.ts';
import { lockImport, requireSettings, requireStep } from '../lock-import.server.ts';

/**
 * Another sheet, another row of headings, or other letters of a CSV: what the columns hold is guessed anew.
 * @throws Problem `imports.wrong-step`, `imports.gone`, `conflict.version`, `input.invalid` at `sheet`
 */
export const chooseSheet = operationsOn<ImportTables>()({
  name: 'import.choose-sheet',
  input: chooseSheetInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ house, actor, tx, now, today }, input, row) {
    requireStep(row, ['open', 'ready'], input.version);
    if (!actor.centre) throw forbidden();
    const before = await requireSettings(house, row);
    const chosen: ImportSettings = {
      ...before,
      ...(input.encoding && before.kind === 'csv' && { encoding: input.encoding, encodingChosen: true }),
    };
    const file = await openImportFile(house, row, chosen);
    const sheet = await guessSheet(file, input.sheet, input.headerRow, today);
    const remembered = await tx
      .selectFrom('import_template')
      .select('sealed')
      .where('header_mac', '=', templateKey(house, actor.centre, sheet.headings))
      .executeTakeFirst();
    const settings: ImportSettings = {
      ...chosen,
      ...sheet,
      ...(remembered && openTemplate(house, actor.centre.id, remembered.sealed)),
    };
    await tx
      .updateTable('register_import')
      .set({
        state: 'open',
        sealed_settings: await sealSettings(house, row.id, settings),
        last_activity_at: now,
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute();
    return {
      result: { importId: row.id, version: row.version + 1 },
      audit: { subjectId: row.id, fields: ['sheet'] },
    };
  },
});
