import { sql } from 'kysely';
import { z } from 'zod';
import { type ClientSummary, summariesOf } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { filterReasons, leastScore, type Strength, strengthOf, strengths } from '../duplicate-strength.ts';
import type { ScanTables } from '../duplicate-scan.tables.server.ts';

export const listDuplicatesParams = z.object({
  strength: z.enum(strengths).optional(),
  reason: z.enum(filterReasons).optional(),
  /** Where the page before ended: `next` of its answer. */
  after: z
    .string()
    .regex(/^(?:0(?:\.\d{1,12})?|1)~[\da-f-]{36}~[\da-f-]{36}$/, 'field.not-valid')
    .optional(),
});

export interface ListedPair {
  one: ClientSummary;
  other: ClientSummary;
  strength: Strength;
  reasons: string[];
  /** Told apart once, and much more alike since. */
  askedAgain: boolean;
}

export interface ScanStanding {
  startedAt: string;
  finishedAt: string | undefined;
  /** Whole percent. */
  percent: number;
}

const pageSize = 20;

/**
 * The work list of people who may have two files, best first. A pair with a file out of the asker's reach is in no page,
 * no filter and no count: that there is one at all is said once for the whole list.
 */
export const listDuplicates = queriesOn<ScanTables>()({
  name: 'duplicate.list',
  params: listDuplicatesParams,
  subject: 'client',
  audit: 'viewed',
  async run({ house, tx, today }, { strength, reason, after }) {
    const [score = '', client = '', other = ''] = (after ?? '').split('~');
    const rows = await tx
      .selectFrom('possible_duplicate as d')
      // Row security of the files decides: where one of the two is closed to the asker the pair is not there.
      .innerJoin('client as a', 'a.id', 'd.client_id')
      .innerJoin('client as b', 'b.id', 'd.other_client_id')
      .select(['d.client_id', 'd.other_client_id', 'd.reasons', 'd.asked_again'])
      // As text it comes back whole: a float would lose its place in the list.
      .select(sql<string>`d.score::text`.as('score'))
      .where('d.status', '=', 'suspected')
      .where('a.merged_into', 'is', null)
      .where('b.merged_into', 'is', null)
      .$if(strength !== undefined, (query) =>
        query.where('d.score', '>=', sql<number>`${leastScore[strength ?? 'possible']}::real`),
      )
      .$if(reason !== undefined, (query) => query.where(sql<boolean>`${reason} = any(d.reasons)`))
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(d.score < ${score}::real or d.score = ${score}::real and (d.client_id, d.other_client_id) > (${client}::uuid, ${other}::uuid))`,
        ),
      )
      .orderBy('d.score', 'desc')
      .orderBy('d.client_id')
      .orderBy('d.other_client_id')
      .limit(pageSize + 1)
      .execute();
    const page = rows.slice(0, pageSize);
    const ids = [...new Set(page.flatMap((row) => [row.client_id, row.other_client_id]))];
    const people = new Map(
      (await summariesOf(tx, house.vault, ids, today)).map((person) => [person.id, person]),
    );
    const pairs = page.flatMap((row): ListedPair[] => {
      const [one, second] = [people.get(row.client_id), people.get(row.other_client_id)];
      return one && second
        ? [
            {
              one,
              other: second,
              strength: strengthOf(Number(row.score)),
              reasons: row.reasons,
              askedAgain: row.asked_again,
            },
          ]
        : [];
    });
    const hidden = await sql<{ hidden: boolean }>`
      select exists (select from possible_duplicate d where d.status = 'suspected'
        and (not exists (select from client c where c.id = d.client_id)
          or not exists (select from client c where c.id = d.other_client_id))) as hidden`.execute(tx);
    const scan = await tx
      .selectFrom('duplicate_scan')
      .select(['started_at', 'finished_at', 'total', 'done'])
      .orderBy('started_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    const last = page.at(-1);
    return {
      answer: {
        pairs,
        next:
          rows.length > pageSize && last
            ? `${last.score}~${last.client_id}~${last.other_client_id}`
            : undefined,
        hidden: hidden.rows[0]?.hidden ?? false,
        scan: scan && {
          startedAt: scan.started_at.toISOString(),
          finishedAt: scan.finished_at?.toISOString(),
          percent: scan.finished_at
            ? 100
            : Math.min(99, Math.floor((100 * scan.done) / Math.max(1, scan.total))),
        },
      },
      viewed: { itemIds: ids, fields: ['names'], purpose: 'duplicate-check' },
    };
  },
});
