import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.server.ts';
import { type AuditEvent, zeroCentre } from '../audit/audit-event.ts';
import { translateDatabaseError } from '../database/database-error.server.ts';
import type { House } from '../house.server.ts';
import { localDay } from '../language/local-day.ts';
import { forbidden, isProblem, notFound } from '../problem.ts';
import { claimAnswer, keepAnswer } from './idempotency.server.ts';
import type { AuditNote, Operation, OperationContext } from './operation.server.ts';
import { parseInput } from './parse-input.ts';
import { sessionOver } from './session-over.server.ts';
import { timeLeft } from './time-left.ts';

export interface ExecuteOptions {
  /** The same key with the same input returns the first answer; with another input it is a conflict. */
  idempotencyKey?: string;
  /** By `performance.now()`: after it nobody waits for the answer, so nothing new is begun in the database. */
  deadline?: number;
}

const attempts = 3;

/**
 * The one way to write. Parse → may this role ever → begin → claim the key → load within reach, locked →
 * decide by relation → run the rule and the writes → audit row (the chain's lock last) → commit → result.
 * @throws Problem `input.invalid`, `forbidden`, `not-found`, `conflict.version`, `idempotency.conflict`, `session.expired`,
 * `database.unavailable`, `storage.full`, and whatever the operation's own rules name.
 */
export async function execute<Tables, Schema extends z.ZodType, Subject, Result>(
  house: House,
  operation: Operation<Tables, Schema, Subject, Result>,
  actor: Actor,
  input: unknown,
  options: ExecuteOptions = {},
): Promise<Result> {
  if (!house.policy.mayEver(actor, operation.name)) {
    await recordRefusal(house, operation, actor);
    throw forbidden();
  }
  const parsed = parseInput(operation.input, input);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(house, operation, actor, parsed, options);
    } catch (error) {
      const translated = translateDatabaseError(error);
      if (translated === 'retry' && attempt < attempts) continue;
      if (translated !== 'retry' && isProblem(translated) && translated.status === 403)
        await recordRefusal(house, operation, actor);
      if (translated === 'retry') throw error;
      throw (await sessionOver(house, actor, translated)) ?? translated;
    }
  }
}

async function once<Tables, Schema extends z.ZodType, Subject, Result>(
  house: House,
  operation: Operation<Tables, Schema, Subject, Result>,
  actor: Actor,
  input: z.output<Schema>,
  options: ExecuteOptions,
): Promise<Result> {
  const database: Kysely<Tables> = house.databases[operation.login];
  const now = house.clock.now();
  return database.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${actor.sessionToken ?? ''}, true),
      set_config('statement_timeout', ${timeLeft(options.deadline)}, true)`.execute(tx);
    const claim =
      options.idempotencyKey === undefined
        ? undefined
        : await claimAnswer<Result>(house, tx, actor, operation.name, options.idempotencyKey, input);
    if (claim?.answered) return claim.answer;
    const context: OperationContext<Tables> = {
      house,
      actor,
      tx,
      now,
      today: localDay(now, actor.centre?.timeZone ?? 'UTC'),
      relation: 'centre',
      on: <Other>() => tx as unknown as Transaction<Other>,
      enqueue: async (task, payload, { runAt, jobKey } = {}) => {
        await sql`select serai_queue.enqueue(${task}, ${JSON.stringify(payload)}::json, ${runAt ?? null}, ${jobKey ?? null})`.execute(
          tx,
        );
      },
    };
    const subject = operation.load ? await operation.load(context, input) : undefined;
    if (operation.load && subject === undefined) throw notFound();
    // Most roles may act on the whole centre: then nobody has to look up how the actor stands to the record.
    const known = house.policy.decide(actor, operation.name, ['centre']);
    const relations =
      !known && operation.relations ? await operation.relations(context, subject as Subject, input) : [];
    const relation = known ?? house.policy.decide(actor, operation.name, relations);
    if (!relation) throw forbidden();
    context.relation = relation;
    const { result, audit } = await operation.run(context, input, subject as Subject);
    if (claim) await keepAnswer(house, tx, claim, result);
    if (operation.quiet) return result;
    const centreId = actor.centre?.id ?? audit.centreId ?? zeroCentre;
    await appendAudit(
      tx,
      house.vault,
      centreId,
      await eventOf(house, operation, actor, audit, relation, now),
    );
    return result;
  });
}

async function eventOf(
  house: House,
  operation: { name: string; subject: string },
  actor: Actor,
  note: AuditNote,
  relation: string,
  now: Date,
): Promise<AuditEvent> {
  const id = randomUUID();
  const detail =
    note.detail === undefined || note.detailKey === undefined
      ? null
      : await house.vault.seal(
          note.detailKey,
          { table: 'audit_event', column: 'sealed_detail', row: id },
          note.detail,
        );
  return {
    ...blankEvent(id, operation, actor, now),
    subjectId: note.subjectId ?? null,
    clientId: note.clientId ?? null,
    relation,
    purpose: note.purpose ?? null,
    fields: note.fields ?? [],
    itemCount: note.count ?? null,
    itemIds: note.itemIds ?? [],
    result: 'done',
    detailKey: detail ? (note.detailKey ?? null) : null,
    sealedDetail: detail,
  };
}

export function blankEvent(
  id: string,
  action: { name: string; subject: string },
  actor: Actor,
  now: Date,
): AuditEvent {
  return {
    id,
    at: now.toISOString(),
    actorKind: actor.kind,
    actorId: actor.staffId ?? null,
    sessionId: actor.sessionId ?? null,
    roles: [...actor.roles],
    action: action.name,
    subjectType: action.subject,
    subjectId: null,
    clientId: null,
    relation: null,
    purpose: null,
    fields: [],
    itemCount: null,
    itemIds: [],
    result: 'refused',
    detailKey: null,
    sealedDetail: null,
  };
}

/** A refused member of staff leaves a trace too. Outsiders do not: a flood must not grow the chain. */
export async function recordRefusal(
  house: House,
  action: { name: string; subject: string },
  actor: Actor,
): Promise<void> {
  const centre = actor.centre;
  if (!centre || actor.kind !== 'staff') return;
  const event = blankEvent(randomUUID(), action, actor, house.clock.now());
  await house.databases.audit.transaction().execute((tx) => appendAudit(tx, house.vault, centre.id, event));
}
