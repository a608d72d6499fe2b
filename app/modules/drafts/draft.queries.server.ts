import { queriesOn } from '#platform/operations/query.server.ts';
import { forbidden } from '#platform/problem.ts';
import { type DraftFields, draftKeyInput } from './draft.ts';
import { draftPlace } from './draft-place.ts';
import type { DraftTables } from './draft.tables.server.ts';

/** One's own draft of a form, or undefined fields when there is none (or its key has expired). */
export const openDraft = queriesOn<DraftTables>()({
  name: 'draft.open',
  params: draftKeyInput,
  subject: 'draft',
  audit: 'none',
  async run({ house, actor, tx }, { form, subjectId }) {
    if (!actor.staffId) throw forbidden();
    const row = await tx
      .selectFrom('draft')
      .selectAll()
      .where('staff_id', '=', actor.staffId)
      .where('form', '=', form)
      .where('subject_id', '=', subjectId)
      .executeTakeFirst();
    const [fields] = row
      ? await house.vault.unsealMany<DraftFields>([
          { keyId: row.key_id, place: draftPlace(actor.staffId, form, subjectId), sealed: row.sealed },
        ])
      : [];
    return { answer: { fields, savedAt: row?.updated_at.toISOString() }, relations: ['self'] };
  },
});
