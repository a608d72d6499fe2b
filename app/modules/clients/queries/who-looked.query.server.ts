import { sql } from 'kysely';
import { z } from 'zod';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { relationsToClient } from '../client-door.server.ts';
import { mergedInto } from '../survivor-of.server.ts';
import type { ClientTables } from '../client.tables.server.ts';

export interface Look {
  at: string;
  /** The first of the roles they had then. */
  role: string;
  /** For a coordinator and the data protection officer; a client is told the role. */
  name: string | undefined;
  action: string;
  result: 'done' | 'viewed' | 'refused';
  purpose: string | null;
  fields: string[];
}

const most = 500;

/** Who saw or changed a person's file, newest first. The client has a right to this list. */
export const whoLooked = queriesOn<ClientTables>()({
  name: 'client.who-looked',
  params: z.object({ clientId: z.uuid(), from: z.iso.date().optional() }),
  subject: 'client',
  audit: 'viewed',
  async run(context, { clientId, from }) {
    const { tx, actor, today } = context;
    const overseer = actor.roles.includes('data_protection_officer');
    const client = await tx
      .selectFrom('client')
      .select(['file_no', 'languages'])
      .where('id', '=', clientId)
      .executeTakeFirst();
    // Whoever looked at a file that became part of this one looked at this person.
    const files = [clientId, ...(await mergedInto(tx, clientId)).map(({ id }) => id)];
    const { rows } = await sql<{
      at: Date;
      actor_id: string | null;
      roles: string[];
      action: string;
      result: Look['result'];
      purpose: string | null;
      fields: string[];
    }>`
      select at, actor_id, roles, action, result, purpose, fields from audit_event
      where centre_id = ${actor.centre?.id} and (client_id = any(${files}::uuid[]) or item_ids && ${files}::uuid[])
        and (${from ?? null}::date is null or at >= ${from ?? null}::date)
      order by seq desc limit ${most}`.execute(tx);
    // The officer who watches over the looking sees that it happened, also where the file itself is closed to them.
    if (!client && !(overseer && rows.length > 0)) return undefined;
    const mayName = overseer || actor.roles.includes('coordinator');
    const names = mayName
      ? await namesOfStaff(
          context,
          rows.flatMap((row) => row.actor_id ?? []),
        )
      : new Map<string, string>();
    const looks: Look[] = rows.map((row) => ({
      at: row.at.toISOString(),
      role: row.roles[0] ?? '',
      name: row.actor_id ? names.get(row.actor_id) : undefined,
      action: row.action,
      result: row.result,
      purpose: row.purpose,
      fields: row.fields,
    }));
    return {
      relations: await relationsToClient(tx, actor, clientId, today),
      answer: {
        clientId,
        fileNo: client?.file_no,
        languages: client?.languages ?? [],
        looks,
        more: rows.length === most,
      },
      viewed: {
        subjectId: clientId,
        clientId,
        fields: ['access-list'],
        purpose: 'access-request',
        count: rows.length,
      },
    };
  },
});
