import { lookupOf, showReceipt } from '#modules/questions/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { ErasureTables } from '../erasure.tables.server.ts';
import { ownRequestParams } from '../request.schemas.ts';

/** What became of the request that this receipt is of: its kind, its days and how it ended. Never whose it is. */
export const ownRequest = queriesOn<ErasureTables>()({
  name: 'request.own',
  params: ownRequestParams,
  subject: 'subject-request',
  audit: 'none',
  async run({ tx }, { token }) {
    await showReceipt(tx, token);
    const row = await tx
      .selectFrom('subject_request')
      .select(['kind', 'received_on', 'due_on', 'state', 'decided_on', 'refusal'])
      .where('lookup', '=', lookupOf(token))
      .executeTakeFirst();
    if (!row) return undefined;
    return {
      answer: {
        kind: row.kind,
        receivedOn: row.received_on,
        dueOn: row.due_on,
        state: row.state,
        decidedOn: row.decided_on,
        refusal: row.refusal,
      },
    };
  },
});
