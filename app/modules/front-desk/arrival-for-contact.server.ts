import type { Transaction } from 'kysely';
import type { ArrivalTables } from './arrival.tables.server.ts';

/** What the contact form takes over from an arrival. */
export interface ArrivalForContact {
  id: string;
  ticketNo: number;
  clientId: string | undefined;
  visitReason: string;
  urgent: boolean;
  language: string | undefined;
  siteId: string;
}

export async function arrivalForContact(
  context: { on<Other>(): Transaction<Other> },
  arrivalId: string,
): Promise<ArrivalForContact | undefined> {
  const row = await context
    .on<ArrivalTables>()
    .selectFrom('arrival')
    .selectAll()
    .where('id', '=', arrivalId)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      ticketNo: row.ticket_no,
      clientId: row.client_id ?? undefined,
      visitReason: row.visit_reason,
      urgent: row.urgent,
      language: row.language ?? undefined,
      siteId: row.site_id,
    }
  );
}
