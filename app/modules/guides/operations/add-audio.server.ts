import { z } from 'zod';
import { asStaff, nextRevision } from '#modules/facts/index.server.ts';
import { fileTooLarge, UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { audioKindNames, audioMediaTypes, cleanAudio, maxAudioBytes } from '../clean-audio.ts';
import { guideLanguageSchema } from '../guide.schemas.ts';
import { secondLookDays } from '../guide-rules.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { lockGuide } from '../lock-guide.server.ts';
import { openContentTask } from '../open-content-task.server.ts';

/**
 * Puts a recording to a page, read aloud in one language; an older one of that language gives way. Everything in the
 * file that is not sound is taken out first. The file is on the disk before its row, under a key of its own. On a page that is out, a second
 * person's look at it falls due.
 * @throws Problem `input.invalid`: `required`, `file-too-large`, `file-type` at `file`; `guide.archived`
 */
export const addAudio = operationsOn<GuideTables>()({
  name: 'guide.add-audio',
  input: z.object({
    pageId: z.uuid(),
    language: guideLanguageSchema,
    file: z.instanceof(UploadedFile, { error: 'field.required' }),
  }),
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, { pageId, language, file }, page) {
    const { house, tx, now, today } = context;
    const { centre, staffId } = asStaff(context);
    if (page.archived_at) throw new Problem('guide.archived', 409);
    if (file.bytes.length === 0) throw fieldProblem('file', 'required');
    if (file.bytes.length > maxAudioBytes) throw fileTooLarge('file', maxAudioBytes);
    const clean = cleanAudio(file.bytes);
    if (!clean) throw fieldProblem('file', 'file-type', { types: audioKindNames });
    const keyId = await house.vault.keys.mint('contact');
    const stored = await house.files.put(clean.bytes, { keyId, kind: clean.kind, maxBytes: maxAudioBytes });
    const row = {
      file_id: stored.id,
      key_id: keyId,
      media_type: audioMediaTypes[clean.kind],
      added_by: staffId,
      added_at: now,
    };
    await tx
      .insertInto('guide_audio')
      .values({ page_id: pageId, language, centre_id: centre.id, ...row })
      .onConflict((conflict) => conflict.columns(['page_id', 'language']).doUpdateSet(row))
      .execute();
    await tx
      .updateTable('guide_page')
      .set({ revision: await nextRevision(context, centre.id) })
      .where('id', '=', pageId)
      .execute();
    // Readers hear it at once, and nobody else has listened to it yet.
    if (page.published_version !== null) {
      const dueOn = addDays(today, secondLookDays);
      await openContentTask(context, { kind: 'second_look', pageId, language, dueOn });
    }
    return {
      result: { pageId, language, mediaType: row.media_type },
      audit: { subjectId: pageId, itemIds: [stored.id], fields: ['audio'] },
    };
  },
});
