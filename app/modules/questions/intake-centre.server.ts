import type { Kysely } from 'kysely';
import { type CentreTables, settingOf } from '#modules/centres/index.server.ts';
import type { House } from '#platform/house.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import type { QuestionTables } from './question.tables.server.ts';

export interface IntakeCentre {
  id: string;
  /** Its own day, `YYYY-MM-DD`: the only time that is kept of a question. */
  today: string;
  /** Working days within which it promises an answer. */
  answerDays: number;
  /** The key in use; undefined while there is none, and then nothing can be asked. */
  key: { id: string; recipient: string } | undefined;
}

/** The centre that the public pages speak for, and its public key. Needs no key of the house. */
export async function intakeCentre(house: House): Promise<IntakeCentre | undefined> {
  const reader: Kysely<CentreTables & QuestionTables> = house.databases.reader;
  const centre = await reader
    .selectFrom('centre')
    .select(['id', 'time_zone', 'settings'])
    .where('status', '=', 'open')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  if (!centre) return undefined;
  const key = await reader
    .selectFrom('intake_key')
    .select(['id', 'recipient'])
    .where('centre_id', '=', centre.id)
    .where('retired_on', 'is', null)
    .executeTakeFirst();
  return {
    id: centre.id,
    today: localDay(house.clock.now(), centre.time_zone),
    answerDays: settingOf(centre.settings, 'reply.question-days'),
    key,
  };
}
