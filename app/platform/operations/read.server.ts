import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.server.ts';
import { zeroCentre } from '../audit/audit-event.ts';
import { translateDatabaseError } from '../database/database-error.server.ts';
import type { House } from '../house.server.ts';
import { localDay } from '../language/local-day.ts';
import type { Relation } from '../policy/policy.ts';
import { forbidden, isProblem, notFound } from '../problem.ts';
import { blankEvent, recordRefusal } from './execute.server.ts';
import { parseInput } from './parse-input.ts';
import type { Query, ViewNote } from './query.server.ts';
import { sessionOver } from './session-over.server.ts';
import { timeLeft } from './time-left.ts';

export interface ReadOptions {
  /** By `performance.now()`: after it nobody waits for the answer. */
  deadline?: number;
}

/**
 * The one way to read what is about people. The reader login selects under the actor's row security;
 * the audit row is committed before the answer is returned, and if it cannot be, nothing is returned.
 * @throws Problem `input.invalid`, `forbidden`, `not-found`, `database.unavailable`
 */
export async function read<Tables, Schema extends z.ZodType, Answer>(
  house: House,
  query: Query<Tables, Schema, Answer>,
  actor: Actor,
  params: unknown,
  options: ReadOptions = {},
): Promise<Answer> {
  if (!house.policy.mayEver(actor, query.name)) {
    await recordRefusal(house, query, actor);
    throw forbidden();
  }
  const parsed = parseInput(query.params, params);
  try {
    const { answer, relation, viewed } = await select(house, query, actor, parsed, options);
    if (query.audit === 'viewed') await recordView(house, query, actor, relation, viewed);
    return answer;
  } catch (error) {
    const translated = translateDatabaseError(error);
    if (translated === 'retry') throw error;
    if (isProblem(translated) && translated.status === 403) await recordRefusal(house, query, actor);
    throw (await sessionOver(house, actor, translated)) ?? translated;
  }
}

async function select<Tables, Schema extends z.ZodType, Answer>(
  house: House,
  query: Query<Tables, Schema, Answer>,
  actor: Actor,
  params: z.output<Schema>,
  { deadline }: ReadOptions,
) {
  const database: Kysely<Tables> = house.databases.reader;
  const now = house.clock.now();
  return database
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`select set_config('serai.session', ${actor.sessionToken ?? ''}, true),
        set_config('statement_timeout', ${timeLeft(deadline)}, true)`.execute(tx);
      const found = await query.run(
        {
          house,
          actor,
          tx,
          now,
          today: localDay(now, actor.centre?.timeZone ?? 'UTC'),
          on: <Other>() => tx as unknown as Transaction<Other>,
        },
        params,
      );
      if (!found) throw notFound();
      const relation = house.policy.decide(actor, query.name, [...(found.relations ?? []), 'centre']);
      if (!relation) throw forbidden();
      return { answer: found.answer, relation, viewed: found.viewed ?? {} };
    });
}

async function recordView(
  house: House,
  query: { name: string; subject: string },
  actor: Actor,
  relation: Relation,
  viewed: ViewNote,
) {
  const event = {
    ...blankEvent(randomUUID(), query, actor, house.clock.now()),
    result: 'viewed' as const,
    relation,
    subjectId: viewed.subjectId ?? null,
    clientId: viewed.clientId ?? null,
    itemIds: viewed.itemIds ?? [],
    itemCount: viewed.count ?? viewed.itemIds?.length ?? null,
    fields: viewed.fields ?? [],
    purpose: viewed.purpose ?? null,
  };
  await house.databases.audit.transaction().execute(async (tx) => {
    if (viewed.unlinked && actor.staffId && actor.centre) {
      // In the transaction of the row: a look that is recorded is told of, and the other way round.
      const told = { centreId: actor.centre.id, staffId: actor.staffId, clientId: viewed.clientId };
      const key = `look/${actor.staffId}/${viewed.clientId}/${localDay(house.clock.now(), actor.centre.timeZone)}`;
      await sql`select serai_queue.enqueue('tell-of-look', ${JSON.stringify(told)}::json, null, ${key})`.execute(
        tx,
      );
    }
    await appendAudit(tx, house.vault, actor.centre?.id ?? zeroCentre, event);
  });
}
