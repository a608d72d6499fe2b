import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { endOtherSessions } from '../session.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/**
 * Takes the link to one's account at the provider away. Every session that began with it ends, but the one in which this
 * is asked. Passphrase and code, or a passkey, stay: an account without any of them never was.
 */
export const unlinkProvider = operationsOn<StaffTables>()({
  name: 'staff.unlink-provider',
  input: z.object({}),
  subject: 'staff',
  login: 'auth',
  relations: () => ['self'],
  async run({ actor, tx, now }) {
    const staffId = actor.staffId ?? '';
    await tx.deleteFrom('provider_link').where('staff_id', '=', staffId).execute();
    await endOtherSessions(tx, staffId, actor.sessionId ?? '', now, 'provider-unlinked', 'provider');
    return { result: { unlinked: true }, audit: { subjectId: staffId, fields: ['provider'] } };
  },
});
