import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { type Actor, isStaff } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { toAsciiDigits } from '#platform/language/digits.ts';
import { normalisePhone } from '#platform/language/phone.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, Problem } from '#platform/problem.ts';
import { asksPerDay, candidatesPerAsk, isNearCertain } from '../network.ts';
import { type AskInput, askInput } from '../network.schemas.ts';
import type { NetworkTables } from '../network.tables.server.ts';

/**
 * Asks whether another centre may know the person who is here. The answer is yes or no: not which centre, not whom. A
 * yes needs a near certain match, a file that is not restricted, and that person's consent to sharing for a transfer.
 * What was typed is compared and forgotten. Reached through `askTheNetwork`, which answers no faster for a no.
 * @throws Problem `too-many-requests` (429) after so many a day, `clients.index-building` (503); `field.more-needed` where
 * a name stands alone
 */
export const askNetwork = operationsOn<NetworkTables>()({
  name: 'network.ask',
  input: askInput,
  subject: 'network_ask',
  async run({ house, actor, tx, now, today, enqueue }, input) {
    if (!isStaff(actor)) throw forbidden();
    if (!input.birthYear && !input.phone && !input.card) throw fieldProblem('birthYear', 'more-needed');
    // One at a time, so that many at once cannot slip under the limit.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`ask/${actor.staffId}`}, 0))`.execute(tx);
    const dayAgo = new Date(now.getTime() - 24 * 3_600_000);
    const { count } = await tx
      .selectFrom('network_ask')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('centre_id', '=', actor.centre.id)
      .where('asked_by', '=', actor.staffId)
      .where('asked_at', '>', dayAgo)
      .executeTakeFirstOrThrow();
    if (count >= asksPerDay) throw new Problem('network.asked-too-often', 429, { retryAfter: 3600 });
    const candidates = await findCandidates(house, actor, input);
    const askId = randomUUID();
    await tx
      .insertInto('network_ask')
      .values({
        id: askId,
        centre_id: actor.centre.id,
        asked_by: actor.staffId,
        asked_at: now,
        agreed_on: today,
        state: 'asked',
        inquired_at: null,
        answered_at: null,
        known_centre: null,
      })
      .execute();
    const { rows } = await sql<{
      known: boolean;
    }>`select ask_network(${askId}, ${candidates}::uuid[], ${today}::date) as known`.execute(tx);
    // Whatever the answer was: a job that comes only after a yes would tell.
    await enqueue('note-network-ask', { askId });
    const used = ['name', 'birthYear', 'phone', 'card'].filter((part) => input[part as keyof AskInput]);
    return {
      result: { askId, mayBeKnown: rows[0]?.known === true },
      audit: { subjectId: askId, fields: used },
    };
  },
});

/** The near certain ones of every other centre, filled up to a fixed number with ids of nobody. */
async function findCandidates(house: House, actor: Actor, input: AskInput): Promise<string[]> {
  const own = actor.centre?.id ?? '';
  const { rows: centres } = await sql<{
    id: string;
  }>`select id from centre where id <> ${own} order by id`.execute(house.databases.reader);
  const digits = input.phone ? normalisePhone(input.phone, actor.centre?.country)?.digits : undefined;
  if (input.phone && !digits) throw fieldProblem('phone', 'not-a-phone', { example: '+49 151 000 0000' });
  const card = input.card ? toAsciiDigits(input.card).replace(/\D/g, '') : '';
  const sex = input.sex === 'female' || input.sex === 'male' ? input.sex : undefined;
  const person = {
    id: '',
    names: [[input.name.given, input.name.family].filter(Boolean).join(' ')],
    phones: digits ? [digits] : [],
    references: card ? [card] : [],
    ...(input.birthYear && { birthYear: input.birthYear }),
    ...(sex && { sex }),
    ...(input.originCountry && { origin: input.originCountry }),
  };
  const found: string[] = [];
  for (const { id: scope } of centres) {
    const hits = await peopleIndex(house).similar({ ...person, scope }, 5);
    found.push(...hits.filter(isNearCertain).map(({ id }) => id));
  }
  const nobody = Array.from({ length: candidatesPerAsk }, () => randomUUID());
  return [...found, ...nobody].slice(0, candidatesPerAsk);
}
