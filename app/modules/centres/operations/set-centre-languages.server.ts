import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { centreLanguagesSchema, versionSchema } from '../centre.schemas.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { changedColumns, lockCentre, refuseStale } from '../lock-centre.server.ts';

export const setCentreLanguagesInput = centreLanguagesSchema.and(z.object({ version: versionSchema }));

/**
 * Chooses the languages of the pages and those in which people are served.
 * @throws Problem `conflict.version`; `field.default-not-offered` when the first language is not among the pages'
 */
export const setCentreLanguages = operationsOn<CentreTables>()({
  name: 'centre.set-languages',
  input: setCentreLanguagesInput,
  subject: 'centre',
  load: (context) => lockCentre(context),
  async run({ tx, now }, input, centre) {
    refuseStale(centre, input.version);
    const columns = {
      default_language: input.defaultLanguage,
      languages: input.languages,
      client_languages: input.clientLanguages,
    };
    const version = centre.version + 1;
    await tx
      .updateTable('centre')
      .set({ ...columns, version, updated_at: now })
      .where('id', '=', centre.id)
      .execute();
    return { result: { version }, audit: { subjectId: centre.id, fields: changedColumns(centre, columns) } };
  },
});
