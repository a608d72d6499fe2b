import { sql, type Transaction } from 'kysely';
import type { FileMerged } from '#modules/clients/index.server.ts';
import type { House } from '#platform/house.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { followUpPlace, type ContactNote, noteKey, sealNote, unsealNote } from './contact-note.server.ts';
import type { ContactRow, ContactTables } from './contact.tables.server.ts';
import { revisionPlace } from './keep-revision.server.ts';

type Tx = Transaction<ContactTables>;

/** Conversations with all their versions, and follow-ups, follow a merge. */
export const moveContacts: FileMerged = {
  async move(context, { survivorId, mergedId, restricted }) {
    const tx: Tx = context.on<ContactTables>();
    const { held, owned } = await lockContactsOf(tx, mergedId);
    const theirs = await withPerson(tx, held, survivorId);
    const left = new Map<string, Row>();
    for (const id of held) {
      if (theirs.has(id)) left.set(id, await leave(tx, id, mergedId));
      else await replace(tx, id, mergedId, survivorId);
    }
    for (const contact of owned) await giveContact(context, contact, survivorId);
    const followUps = await moveFollowUps(context, { from: mergedId, to: survivorId, restricted });
    const planned = await plannedOf(tx, survivorId, followUps);
    return [
      ...held.map((rowId) => ({
        table: 'contact_client',
        rowId,
        ...(left.has(rowId) && { detail: { together: left.get(rowId) } }),
      })),
      ...owned.map(({ id }) => ({ table: 'contact', rowId: id })),
      ...followUps.map((rowId) => ({ table: 'follow_up', rowId })),
      ...planned.map((rowId) => ({ table: 'follow_up_reminder', rowId })),
    ];
  },

  async moveBack(context, { survivorId, mergedId, restricted, rows }) {
    const tx: Tx = context.on<ContactTables>();
    const idsOf = (table: string) => rows.filter((row) => row.table === table).map((row) => row.rowId);
    const all = await lockContacts(tx, [...new Set([...idsOf('contact_client'), ...idsOf('contact')])]);
    for (const { rowId, detail } of rows.filter(({ table }) => table === 'contact_client'))
      await (detail?.['together']
        ? joinAgain(tx, detail['together'] as Row)
        : replace(tx, rowId, survivorId, mergedId));
    const owned = new Set(idsOf('contact'));
    for (const contact of all) if (owned.has(contact.id)) await giveContact(context, contact, mergedId);
    await moveFollowUps(context, { from: survivorId, to: mergedId, restricted }, idsOf('follow_up'));
    await planAgain(tx, idsOf('follow_up_reminder'), context.today);
  },
};

/** A contact behind the wall of a third person cannot be moved by whoever may not open it. */
async function lockContacts(tx: Tx, ids: readonly string[]): Promise<ContactRow[]> {
  const rows = await tx
    .selectFrom('contact')
    .selectAll()
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (rows.length < ids.length) throw new Problem('duplicates.ask-supervisor', 403);
  return rows;
}

async function lockContactsOf(tx: Tx, clientId: string) {
  const rows = await tx
    .selectFrom('contact_client')
    .select('contact_id')
    .where('client_id', '=', clientId)
    .orderBy('contact_id')
    .execute();
  const held = rows.map((row) => row.contact_id);
  const contacts = await lockContacts(tx, held);
  return { held, owned: contacts.filter((contact) => contact.client_id === clientId) };
}

async function withPerson(tx: Tx, contactIds: readonly string[], clientId: string): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('contact_client')
    .select('contact_id')
    .where('client_id', '=', clientId)
    .where('contact_id', '=', sql<string>`any(${[...contactIds]}::uuid[])`)
    .execute();
  return new Set(rows.map((row) => row.contact_id));
}

/** A row as it is in the database, with whatever else is counted of somebody in a conversation. */
type Row = Record<string, unknown>;

/** Both were named in one conversation: it was one person less. @returns the row that went */
async function leave(tx: Tx, contactId: string, clientId: string): Promise<Row> {
  const { rows } = await sql<{ row: Row }>`
    delete from contact_client where contact_id = ${contactId} and client_id = ${clientId}
    returning to_jsonb(contact_client) as row`.execute(tx);
  await tx
    .updateTable('contact')
    .set({ people: sql`greatest(1, people - 1)` })
    .where('id', '=', contactId)
    .execute();
  return rows[0]?.row ?? {};
}

/** The row comes back with what was counted of the person then; the day and whether it counts are the conversation's now. */
async function joinAgain(tx: Tx, row: Row): Promise<void> {
  await sql`
    insert into contact_client
    select (jsonb_populate_record(null::contact_client,
      ${JSON.stringify(row)}::jsonb || jsonb_build_object('occurred_on', k.occurred_on, 'voided', k.voided_at is not null))).*
    from contact k where k.id = ${row['contact_id']}`.execute(tx);
  await tx
    .updateTable('contact')
    .set({ people: sql`people + 1` })
    .where('id', '=', String(row['contact_id']))
    .execute();
}

const replace = (tx: Tx, contactId: string, from: string, to: string) =>
  tx
    .updateTable('contact_client')
    .set({ client_id: to })
    .where('contact_id', '=', contactId)
    .where('client_id', '=', from)
    .execute();

/** The conversation's note and its earlier versions are under the key of the person it was with. */
async function giveContact(
  { house, on }: Pick<OperationContext<ContactTables>, 'house' | 'on'>,
  contact: ContactRow,
  to: string,
): Promise<void> {
  const tx: Tx = on<ContactTables>();
  const given = { id: contact.id, client_id: to };
  const note = await unsealNote(house.vault, contact);
  await tx
    .updateTable('contact')
    .set({ client_id: to, sealed_note: note === undefined ? null : await sealNote(house.vault, given, note) })
    .where('id', '=', contact.id)
    .execute();
  const revisions = await tx
    .selectFrom('contact_revision')
    .select(['version', 'sealed'])
    .where('contact_id', '=', contact.id)
    .execute();
  for (const { version, sealed } of revisions) {
    const place = revisionPlace(contact.id, version);
    const revision = await house.vault.unseal(noteKey(contact), place, sealed);
    await tx
      .updateTable('contact_revision')
      .set({ client_id: to, sealed: await house.vault.seal(noteKey(given), place, revision) })
      .where('contact_id', '=', contact.id)
      .where('version', '=', version)
      .execute();
  }
}

async function moveFollowUps(
  { house, on }: { house: House; on: OperationContext<ContactTables>['on'] },
  { from, to, restricted }: { from: string; to: string; restricted: boolean },
  only?: string[],
): Promise<string[]> {
  const tx: Tx = on<ContactTables>();
  const found = await tx
    .selectFrom('follow_up')
    .select(['id', 'sealed_note'])
    .where('client_id', '=', from)
    .$if(only !== undefined, (query) => query.where('id', '=', sql<string>`any(${only}::uuid[])`))
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id, sealed_note } of found) {
    const place = followUpPlace(id);
    const note = sealed_note && (await house.vault.unseal<ContactNote>(from, place, sealed_note));
    await tx
      .updateTable('follow_up')
      .set({ client_id: to, restricted, sealed_note: note && (await house.vault.seal(to, place, note)) })
      .where('id', '=', id)
      .execute();
  }
  return found.map(({ id }) => id);
}

/** Reminders that wait, of both: the stricter consent may stop them, and undoing starts them again. */
async function plannedOf(tx: Tx, survivorId: string, moved: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('follow_up')
    .select('id')
    .where((either) =>
      either.or([
        either('client_id', '=', survivorId),
        either('id', '=', sql<string>`any(${[...moved]}::uuid[])`),
      ]),
    )
    .where('reminder', '=', 'planned')
    .execute();
  return rows.map((row) => row.id);
}

/** Its job still waits where the day is ahead; it asks the rules again before anything is sent. */
async function planAgain(tx: Tx, ids: readonly string[], today: string): Promise<void> {
  await tx
    .updateTable('follow_up')
    .set({ reminder: 'planned' })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('reminder', '=', 'withdrawn')
    .where('due_on', '>', today)
    .where('closed_at', 'is', null)
    .execute();
}
