import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { StaffTables } from '#modules/staff/index.server.ts';
import { tokenIdInput } from '../integration.schemas.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';

/** Ends a token at once. Needs no second factor: to close a door must never be hard. @throws Problem `token.ended` (409) */
export const revokeToken = operationsOn<IntegrationTables & StaffTables>()({
  name: 'token.revoke',
  input: tokenIdInput,
  subject: 'token',
  login: 'auth',
  load: ({ tx, actor }, { tokenId }) =>
    tx
      .selectFrom('api_token')
      .selectAll()
      .where('id', '=', tokenId)
      .where('centre_id', '=', actor.centre?.id ?? '')
      .forUpdate()
      .executeTakeFirst(),
  async run({ tx, actor, now }, { tokenId }, token) {
    if (token.revoked_at) throw new Problem('token.ended', 409);
    await tx
      .updateTable('api_token')
      .set({ revoked_at: now, revoked_by: actor.staffId ?? null })
      .where('id', '=', tokenId)
      .execute();
    await tx
      .updateTable('session')
      .set({ ended_at: now, ended_reason: 'revoked' })
      .where('id', '=', tokenId)
      .execute();
    return { result: { tokenId }, audit: { subjectId: tokenId, centreId: token.centre_id } };
  },
});
