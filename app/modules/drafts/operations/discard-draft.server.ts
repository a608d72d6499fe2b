import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { draftKeyInput } from '../draft.ts';
import type { DraftTables } from '../draft.tables.server.ts';

/** Throws a draft away: its form was sent, or it is no longer wanted. Discarding nothing is no error. */
export const discardDraft = operationsOn<DraftTables>()({
  name: 'draft.discard',
  input: draftKeyInput,
  subject: 'draft',
  quiet: true,
  relations: () => ['self'],
  async run({ actor, tx }, { form, subjectId }) {
    if (!actor.staffId) throw forbidden();
    await tx
      .deleteFrom('draft')
      .where('staff_id', '=', actor.staffId)
      .where('form', '=', form)
      .where('subject_id', '=', subjectId)
      .execute();
    return { result: {}, audit: {} };
  },
});
