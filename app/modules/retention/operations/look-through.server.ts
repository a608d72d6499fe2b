import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { settingOf } from '#modules/centres/index.server.ts';
import type { ClientTables } from '#modules/clients/index.server.ts';
import { orderErasure } from '#modules/erasures/index.server.ts';
import type { AnyTables } from '#platform/database/databases.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { deleteMessages, forgetNotes, oldMessages, oldNotes } from '../let-go.server.ts';
import { judgeClock, mostByItself } from '../retention.ts';
import type { RetentionTables, RunResult } from '../retention.tables.server.ts';
import { tellCoordinators } from '../tell-coordinators.server.ts';

type Tables = RetentionTables & ClientTables;
type Context = OperationContext<Tables>;

/**
 * A job's nightly look at one centre: whoever is old is proposed, whoever came back is not any more, and what the centre
 * lets go by itself goes, if it is few. Under a clock that cannot be right, and above the share, nothing goes and the
 * coordinators hear of it.
 */
export const lookThrough = operationsOn<Tables>()({
  name: 'retention.look',
  input: z.object({}),
  subject: 'retention-run',
  async run(context) {
    const { tx, now, actor } = context;
    const counts: Record<string, number> = {};
    const result = await look(context, counts);
    const id = randomUUID();
    await tx
      .insertInto('retention_run')
      .values({ id, centre_id: actor.centre?.id ?? '', at: now, result, counts })
      .execute();
    return { result: { result, counts }, audit: { subjectId: id, fields: [result] } };
  },
});

async function look(context: Context, counts: Record<string, number>): Promise<RunResult> {
  const { tx, now, today } = context;
  if (judgeClock(now, await knownTimes(context)) !== 'fine') {
    await tellCoordinators(context, 'retention-stopped');
    return 'clock';
  }
  const settings = context.actor.centre?.settings;
  const { rows } = await sql<{ class: string; withdrawn: number; proposed: number }>`
    select * from propose_old_files(${now}, ${today}::date, ${settingOf(settings, 'retention.counselling-years')},
      ${settingOf(settings, 'retention.case-years')})`.execute(tx);
  for (const row of rows) {
    if (row.proposed > 0) counts[`${row.class}.proposed`] = row.proposed;
    if (row.withdrawn > 0) counts[`${row.class}.withdrawn`] = row.withdrawn;
  }
  const result = await letGoByItself(context, counts);
  if (result === 'too-many') await tellCoordinators(context, 'retention-stopped');
  else if (rows.some((row) => row.proposed > 0)) await tellCoordinators(context, 'retention-waiting');
  return result;
}

/** The newest row of the record, and the last night under a clock that could be right. */
async function knownTimes({ house, tx, actor }: Context) {
  const audit: Kysely<AnyTables> = house.databases.audit;
  const newest = await sql<{ at: Date }>`
    select at from audit_event where centre_id = ${actor.centre?.id ?? null} order by seq desc limit 1`.execute(
    audit,
  );
  const trusted = await tx
    .selectFrom('retention_run')
    .select('at')
    .where('result', '<>', 'clock')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return { newestRow: newest.rows[0]?.at, lastTrusted: trusted?.at };
}

async function letGoByItself(context: Context, counts: Record<string, number>): Promise<'done' | 'too-many'> {
  const { tx, now, today } = context;
  const settings = context.actor.centre?.settings;
  const upTo = addDays(today, -1 - settingOf(settings, 'retention.anonymous-days'));
  const before = new Date(now.getTime() - settingOf(settings, 'retention.message-days') * 86_400_000);
  const notes = await oldNotes(context, upTo);
  const messages = settingOf(settings, 'retention.messages-automatic')
    ? await oldMessages(context, before)
    : 0;
  const notesGo = settingOf(settings, 'retention.notes-automatic') ? notes : [];
  const files = settingOf(settings, 'retention.files-automatic') ? await openFiles(context) : [];
  const { rows } = await sql<{ people: number; contacts: number }>`select * from records_of_centre()`.execute(
    tx,
  );
  const percent = settingOf(settings, 'retention.most-percent');
  const { people = 0, contacts = 0 } = rows[0] ?? {};
  const isTooMany =
    files.length > mostByItself(people, percent) ||
    notesGo.length + messages > mostByItself(people + contacts, percent);
  if (isTooMany || notesGo.length < notes.length) await proposeNotes(context, notes.length, upTo);
  else await withdrawNotes(context);
  if (isTooMany) {
    counts['too-many'] = files.length + notesGo.length + messages;
    return 'too-many';
  }
  if (notesGo.length > 0) counts['anonymous-note.gone'] = await forgetNotes(context, notesGo, upTo);
  if (messages > 0) counts['message.gone'] = await deleteMessages(context, before);
  for (const client of files) await orderErasure(context, client, 'retention_expired');
  if (files.length > 0) counts['client-file.gone'] = files.length;
  return 'done';
}

/** Files that are proposed and not restricted: those that a centre may have let go by themselves. */
const openFiles = ({ tx }: Context) =>
  tx
    .selectFrom('retention_proposal')
    .innerJoin('client', 'client.id', 'retention_proposal.client_id')
    .select(['client.id', 'client.centre_id', 'client.restricted'])
    .where('retention_proposal.class', '=', 'client-file')
    .where('retention_proposal.state', '=', 'open')
    .orderBy('client.id')
    .forNoKeyUpdate('client')
    .execute();

/** So many notes at once, for a person to approve in one stroke. */
async function proposeNotes(context: Context, pieces: number, upTo: string): Promise<void> {
  await withdrawNotes(context);
  if (pieces === 0) return;
  await context.tx
    .insertInto('retention_proposal')
    .values({
      id: randomUUID(),
      centre_id: context.actor.centre?.id ?? '',
      class: 'anonymous-note',
      client_id: null,
      pieces,
      clock_on: upTo,
      due_on: upTo,
      proposed_at: context.now,
      decided_by: null,
      decided_at: null,
      keep_until: null,
      sealed_reason: null,
    })
    .execute();
}

const withdrawNotes = ({ tx, now }: Context) =>
  tx
    .updateTable('retention_proposal')
    .set({ state: 'withdrawn', decided_at: now })
    .where('class', '=', 'anonymous-note')
    .where('state', '=', 'open')
    .execute();
