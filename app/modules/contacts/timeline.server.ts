import { namesOfStaff } from '#modules/staff/index.server.ts';
import type { QueryContext } from '#platform/operations/query.server.ts';
import { type ContactNote, noteKey, notePlace, unsealFollowUpNotes } from './contact-note.server.ts';
import type { ContactTables } from './contact.tables.server.ts';

type Context = QueryContext<unknown>;

/** A contact as it stands on a person's timeline. */
export interface TimelineContact {
  id: string;
  occurredOn: string;
  startedAt: string;
  channel: string;
  topics: string[];
  result: string;
  minutes: number;
  counsellor: string;
  counsellorId: string;
  note: string | undefined;
  asker: string;
  /** How many people were advised together. */
  people: number;
  urgent: boolean;
  voided: boolean;
  corrected: boolean;
  enteredLater: boolean;
}

/**
 * Contacts of a person, newest first, those of a family conversation included. A note is shown only when it is under
 * this person's own key: what another member of the family said stays in their file.
 */
export async function listContactsOfClient(
  context: Context,
  clientId: string,
  limit = 100,
): Promise<TimelineContact[]> {
  const tx = context.on<ContactTables>();
  const rows = await tx
    .selectFrom('contact_client')
    .innerJoin('contact', 'contact.id', 'contact_client.contact_id')
    .where('contact_client.client_id', '=', clientId)
    .selectAll('contact')
    .orderBy('contact_client.occurred_on', 'desc')
    .orderBy('contact.started_at', 'desc')
    .limit(limit)
    .execute();
  const names = await namesOfStaff(
    context,
    rows.map((row) => row.counsellor_id),
  );
  const readable = rows.filter((row) => row.sealed_note && row.client_id === clientId);
  const notes = await context.house.vault.unsealMany<ContactNote>(
    readable.map((row) => ({
      keyId: noteKey(row),
      place: notePlace(row.id),
      sealed: row.sealed_note ?? Buffer.alloc(0),
    })),
  );
  const noteOf = new Map(readable.map((row, index) => [row.id, notes[index]?.text]));
  return rows.map((row) => ({
    id: row.id,
    occurredOn: row.occurred_on,
    startedAt: row.started_at.toISOString(),
    channel: row.channel,
    topics: row.topics,
    result: row.result,
    minutes: row.minutes,
    counsellor: names.get(row.counsellor_id) ?? '',
    counsellorId: row.counsellor_id,
    note: noteOf.get(row.id),
    asker: row.asker_role,
    people: row.people,
    urgent: row.urgent,
    voided: row.voided_at !== null,
    corrected: row.version > 1 && row.voided_at === null,
    enteredLater: row.entered_later,
  }));
}

/** A follow-up that still waits, as it stands on a person's page. */
export interface OpenFollowUp {
  id: string;
  version: number;
  dueOn: string;
  way: string;
  assignedTo: string;
  note: string | undefined;
}

export async function listOpenFollowUps(context: Context, clientId: string): Promise<OpenFollowUp[]> {
  const rows = await context
    .on<ContactTables>()
    .selectFrom('follow_up')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('closed_at', 'is', null)
    .orderBy('due_on')
    .execute();
  const names = await namesOfStaff(
    context,
    rows.map((row) => row.assigned_to),
  );
  const notes = await unsealFollowUpNotes(context.house.vault, rows);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    dueOn: row.due_on,
    way: row.way,
    assignedTo: names.get(row.assigned_to) ?? '',
    note: notes.get(row.id),
  }));
}
