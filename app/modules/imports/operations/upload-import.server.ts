import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { CentreTables } from '#modules/centres/index.server.ts';
import { isStaff } from '#platform/actor.ts';
import { fileTooLarge } from '#platform/files/uploaded-file.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden, Problem } from '#platform/problem.ts';
import { guessSheet, guessSheetNumber, templateKey, usualValues } from '../guess-settings.server.ts';
import { uploadImportInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import { keepImportFile, maxImportBytes, openBytes } from '../import-file.server.ts';
import { fileMac, openTemplate, sealSettings } from '../import-seal.server.ts';
import type { ImportSettings } from '../import-settings.ts';

/**
 * Takes up the file of an old register: kept sealed under a key of its own, its sheet, heading and columns guessed. A
 * file that was imported before is named, and taken up again only when that is wanted.
 * @throws Problem `imports.same-file` (409); `table.*` where the file cannot be read; `input.invalid` at `file`
 */
export const uploadImport = operationsOn<ImportTables>()({
  name: 'import.upload',
  input: uploadImportInput,
  subject: 'import',
  async run(context, { file, name, again }) {
    const { house, actor, tx, now, today } = context;
    if (!isStaff(actor)) throw forbidden();
    const centre = actor.centre;
    if (file.bytes.length > maxImportBytes) throw fileTooLarge('file', maxImportBytes);
    const mac = fileMac(house, createHash('sha256').update(file.bytes).digest('hex'));
    const earlier = await tx
      .selectFrom('register_import')
      .select('created_at')
      .where('file_mac', '=', mac)
      .where('centre_id', '=', centre.id)
      .where('state', 'in', ['running', 'done'])
      .orderBy('created_at', 'desc')
      .executeTakeFirst();
    if (earlier && !again)
      throw new Problem('imports.same-file', 409, {
        params: { day: localDay(earlier.created_at, centre.timeZone) },
      });
    const table = await openBytes(file.bytes, name);
    const sheet = await guessSheet(table, await guessSheetNumber(table), undefined, today);
    const remembered = await tx
      .selectFrom('import_template')
      .select('sealed')
      .where('header_mac', '=', templateKey(house, centre, sheet.headings))
      .executeTakeFirst();
    const settings: ImportSettings = {
      fileName: name,
      kind: table.kind,
      encoding: table.encoding,
      sheets: table.sheets.map(({ name: sheetName, hidden }) => ({ name: sheetName, hidden })),
      ...sheet,
      usual: usualValues(centre),
      words: {},
      ...(remembered && openTemplate(house, centre.id, remembered.sealed)),
    };
    const importId = await house.vault.keys.mint('contact');
    const stored = await keepImportFile(house, importId, file.bytes);
    await tx
      .insertInto('register_import')
      .values({
        id: importId,
        centre_id: centre.id,
        state: 'open',
        file_id: stored.id,
        file_mac: mac,
        sealed_settings: await sealSettings(house, importId, settings),
        created_by: actor.staffId,
        created_at: now,
        site_id: actor.siteId ?? sql<string>`(${firstSite(context.on<CentreTables>(), centre.id)})`,
        last_activity_at: now,
      })
      .execute();
    return {
      result: { importId, remembered: remembered !== undefined },
      audit: { subjectId: importId, fields: ['file'] },
    };
  },
});

const firstSite = (tx: Transaction<CentreTables>, centreId: string) =>
  tx
    .selectFrom('site')
    .select('id')
    .where('centre_id', '=', centreId)
    .orderBy('created_at')
    .orderBy('id')
    .limit(1);
