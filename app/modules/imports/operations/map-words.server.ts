import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden } from '#platform/problem.ts';
import { templateKey } from '../guess-settings.server.ts';
import { mapWordsInput } from '../import.schemas.ts';
import type { ImportTables } from '../import.tables.server.ts';
import type { WordList } from '../import-fields.ts';
import { openTemplate, sealSettings, sealTemplate } from '../import-seal.server.ts';
import { checkImportTask } from '../import-tasks.ts';
import { lockImport, requireSettings, requireStep } from '../lock-import.server.ts';
import { wordKey } from '../plain-text.ts';
import { codesOf, isWordList } from '../word-reader.server.ts';

/**
 * Says what words of the file stand for, or that they are left out, and has the file checked again. A template that is
 * kept for these headings learns them too.
 * @throws Problem `input.invalid` at `words`; `imports.wrong-step`, `imports.gone`, `conflict.version`
 */
export const mapWords = operationsOn<ImportTables>()({
  name: 'import.map-words',
  input: mapWordsInput,
  subject: 'import',
  load: ({ tx }, { importId }) => lockImport(tx, importId),
  async run({ house, actor, tx, now, enqueue }, input, row) {
    requireStep(row, ['ready'], input.version);
    const centre = actor.centre;
    if (!centre) throw forbidden();
    const settings = await requireSettings(house, row);
    const words: Record<string, Record<string, string>> = { ...settings.words };
    for (const [at, { list, word, code }] of input.words.entries()) {
      if (!isWordList(list) || (code !== '' && !codesOf(list).includes(code)))
        throw fieldProblem(`words.${at}.code`, 'choose-one');
      words[list] = { ...words[list], [wordKey(word)]: code };
    }
    const learnt = { ...settings, words: words as Partial<Record<WordList, Record<string, string>>> };
    const key = templateKey(house, centre, settings.headings);
    const template = await tx
      .selectFrom('import_template')
      .select('sealed')
      .where('header_mac', '=', key)
      .executeTakeFirst();
    if (template) {
      const kept = openTemplate(house, centre.id, template.sealed);
      await tx
        .updateTable('import_template')
        .set({ sealed: sealTemplate(house, centre.id, { ...kept, words: learnt.words }) })
        .where('header_mac', '=', key)
        .execute();
    }
    await tx
      .updateTable('register_import')
      .set({
        state: 'checking',
        counts: {},
        sealed_settings: await sealSettings(house, row.id, learnt),
        last_activity_at: now,
        version: row.version + 1,
      })
      .where('id', '=', row.id)
      .execute();
    await enqueue(checkImportTask, { importId: row.id, centreId: centre.id }, { jobKey: `import/${row.id}` });
    return {
      result: { importId: row.id, version: row.version + 1 },
      audit: { subjectId: row.id, fields: ['words'], count: input.words.length },
    };
  },
});
