import { sql } from 'kysely';
import type { QueryContext } from '#platform/operations/query.server.ts';
import { consentsInForce } from './client-door.server.ts';
import type { ClientTables } from './client.tables.server.ts';
import { calledName } from './client.ts';
import { type ComparedField, compareFiles } from './joined-file.ts';
import { loadWholeFile } from './load-whole-file.server.ts';
import { askSupervisor } from './merged-readers.server.ts';
import { inOrder, stricterConsents } from './stricter-consent.ts';
import { statusOn } from './consent.ts';
import { notFound } from '#platform/problem.ts';

export interface ComparedSide {
  id: string;
  fileNo: string;
  name: string;
  version: number;
  restricted: boolean;
  minor: boolean;
  registeredOn: string;
  lastContactOn: string | null;
  /** How much hangs on the file. */
  contacts: number;
  cards: number;
}

export interface ComparedConsent {
  purpose: string;
  kept: string | undefined;
  other: string | undefined;
  /** What would be in force. */
  result: string;
}

/**
 * Two files side by side, in the order asked for. One out of reach and one that does not exist look alike, and nothing
 * tells which of the two it is. @throws Problem `not-found` when neither is there, `duplicates.ask-supervisor`,
 * `duplicates.file-erased`
 */
export async function comparePair(
  context: QueryContext<unknown>,
  keptId: string,
  otherId: string,
): Promise<{
  kept: ComparedSide;
  other: ComparedSide;
  fields: ComparedField[];
  consents: ComparedConsent[];
  mergedInto: (string | null)[];
}> {
  const tx = context.on<ClientTables>();
  const rows = await tx.selectFrom('client').selectAll().where('id', 'in', [keptId, otherId]).execute();
  if (rows.length === 0) throw notFound();
  const [one, two] = [keptId, otherId].map((id) => rows.find((row) => row.id === id));
  if (!one || !two || one === two) throw askSupervisor();
  const files = [
    await loadWholeFile(context.house, tx, one),
    await loadWholeFile(context.house, tx, two),
  ] as const;
  const sides = await Promise.all(
    [one, two].map(async (row, at): Promise<ComparedSide> => {
      const { rows: counted } = await sql<{ contacts: number; cards: number }>`
        select (select count(*)::int from contact_client where client_id = ${row.id} and not voided) as contacts,
          (select count(*)::int from client_card where client_id = ${row.id} and revoked_at is null) as cards`.execute(
        tx,
      );
      return {
        id: row.id,
        fileNo: row.file_no,
        name: calledName((files[at] ?? files[0]).identity),
        version: row.version,
        restricted: row.restricted,
        minor: row.minor,
        registeredOn: row.registered_on,
        lastContactOn: row.last_contact_on,
        contacts: counted[0]?.contacts ?? 0,
        cards: counted[0]?.cards ?? 0,
      };
    }),
  );
  const asked = await Promise.all([one, two].map(async (row) => inOrder(await consentsInForce(tx, row.id))));
  const [left = [], right = []] = asked;
  const consents = stricterConsents(left, right, context.today).map(({ purpose, ...chosen }) => ({
    purpose,
    kept: statusOn(left, purpose, context.today),
    other: statusOn(right, purpose, context.today),
    result: statusOn([{ purpose, ...chosen }], purpose, context.today) ?? chosen.status,
  }));
  const [kept, other] = sides;
  if (!kept || !other) throw notFound();
  return {
    kept,
    other,
    fields: compareFiles(...files),
    consents,
    mergedInto: [one.merged_into, two.merged_into],
  };
}
