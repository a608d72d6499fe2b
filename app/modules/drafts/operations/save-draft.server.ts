import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { draftFieldsSchema, draftKeyInput, draftWeeks } from '../draft.ts';
import { draftPlace } from '../draft-place.ts';
import type { DraftTables } from '../draft.tables.server.ts';

/** Keeps what is typed so far, sealed, over what was kept before. */
export const saveDraft = operationsOn<DraftTables>()({
  name: 'draft.save',
  input: draftKeyInput.extend({ fields: draftFieldsSchema }),
  subject: 'draft',
  quiet: true,
  relations: () => ['self'],
  async run({ house, actor, tx, now }, { form, subjectId, fields }) {
    if (!actor.staffId || !actor.centre) throw forbidden();
    const keyId = await house.vault.weekKey('draft', now, draftWeeks);
    const sealed = await house.vault.seal(keyId, draftPlace(actor.staffId, form, subjectId), fields);
    await tx
      .insertInto('draft')
      .values({
        staff_id: actor.staffId,
        centre_id: actor.centre.id,
        form,
        subject_id: subjectId,
        key_id: keyId,
        sealed,
        updated_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['staff_id', 'form', 'subject_id'])
          .doUpdateSet({ key_id: keyId, sealed, updated_at: now }),
      )
      .execute();
    return { result: { savedAt: now.toISOString() }, audit: {} };
  },
});
