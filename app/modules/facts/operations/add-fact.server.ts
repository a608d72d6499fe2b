import { randomUUID } from 'node:crypto';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import { nextRevision } from '../content-revision.server.ts';
import { addFactInput } from '../fact.schemas.ts';
import type { FactTables } from '../fact.tables.server.ts';
import { asStaff, factColumns } from '../lock-fact.server.ts';

/**
 * Writes a new fact down. It can be quoted at once; until a second person confirms it, readers are told to check.
 * @throws Problem `input.invalid`; on `code` when the centre has such a fact already
 */
export const addFact = operationsOn<FactTables>()({
  name: 'fact.add',
  input: addFactInput,
  subject: 'fact',
  async run(context, { code, ...content }) {
    const { tx, now } = context;
    const { centre, staffId } = asStaff(context);
    const taken = await tx.selectFrom('fact').select('id').where('code', '=', code).executeTakeFirst();
    if (taken) throw fieldProblem('code', 'already-used');
    const factId = randomUUID();
    await tx
      .insertInto('fact')
      .values({
        id: factId,
        centre_id: centre.id,
        code,
        ...factColumns(content),
        changed_by: staffId,
        created_at: now,
        updated_at: now,
        revision: await nextRevision(context, centre.id),
      })
      .execute();
    return { result: { factId, code }, audit: { subjectId: factId, fields: ['fact'] } };
  },
});
