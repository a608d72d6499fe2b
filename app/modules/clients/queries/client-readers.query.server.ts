import { queriesOn } from '#platform/operations/query.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { clientIdInput } from '../client.schemas.ts';
import type { ClientTables } from '../client.tables.server.ts';

/** Who may open a restricted file; of a file that is open to the centre, that it is. */
export const clientReaders = queriesOn<ClientTables>()({
  name: 'client.readers',
  params: clientIdInput,
  subject: 'client',
  audit: 'viewed',
  async run(context, { clientId }) {
    const { tx } = context;
    const client = await tx
      .selectFrom('client')
      .select(['file_no', 'restricted', 'assigned_to'])
      .where('id', '=', clientId)
      .executeTakeFirst();
    if (!client) return undefined;
    const rows = await tx
      .selectFrom('restricted_reader')
      .select(['staff_id', 'granted_by', 'granted_at'])
      .where('client_id', '=', clientId)
      .orderBy('granted_at')
      .execute();
    const names = await namesOfStaff(
      context,
      rows.flatMap((row) => [row.staff_id, row.granted_by]),
    );
    return {
      answer: {
        clientId,
        fileNo: client.file_no,
        restricted: client.restricted,
        assignedTo: client.assigned_to,
        readers: rows.map((row) => ({
          staffId: row.staff_id,
          name: names.get(row.staff_id) ?? '',
          grantedBy: names.get(row.granted_by) ?? '',
          grantedAt: row.granted_at.toISOString(),
        })),
      },
      viewed: { subjectId: clientId, clientId, fields: ['readers'], purpose: 'access' },
    };
  },
});
