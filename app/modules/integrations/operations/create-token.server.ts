import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { addProgram, requireStepUp, type StaffTables } from '#modules/staff/index.server.ts';
import { createTokenInput } from '../integration.schemas.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import { rolesOf, tokenMark } from '../scopes.ts';

/**
 * Makes a token for another program. It is returned once and kept as a hash only.
 * @throws Problem `step-up.required` (428)
 */
export const createToken = operationsOn<IntegrationTables & StaffTables>()({
  name: 'token.create',
  input: createTokenInput,
  subject: 'token',
  login: 'auth',
  async run({ house, actor, tx, on, now }, { name, scopes, days }) {
    requireStepUp(actor, now);
    const { centre, staffId: createdBy } = actor;
    if (!centre || !createdBy) throw forbidden();
    const { staffId, sessionId, token, expiresOn } = await addProgram(on<StaffTables>(), house, {
      centreId: centre.id,
      timeZone: centre.timeZone,
      name,
      roles: rolesOf(scopes),
      language: actor.language ?? 'en',
      now,
      days,
      mark: tokenMark,
    });
    await tx
      .insertInto('api_token')
      .values({
        id: sessionId,
        centre_id: centre.id,
        staff_id: staffId,
        scopes,
        created_by: createdBy,
        created_at: now,
        expires_on: expiresOn,
      })
      .execute();
    return {
      result: { tokenId: sessionId, token, expiresOn },
      audit: { subjectId: sessionId, centreId: centre.id, fields: scopes },
    };
  },
});
