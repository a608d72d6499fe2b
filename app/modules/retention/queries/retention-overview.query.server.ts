import { sql } from 'kysely';
import { z } from 'zod';
import { settingOf } from '#modules/centres/index.server.ts';
import { type ClientTables, clientLabels } from '#modules/clients/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { keptClasses } from '../kept-classes.server.ts';
import type { RetentionTables } from '../retention.tables.server.ts';

const most = 50;

/**
 * What is kept how long, the last nights, and who is proposed to be erased: as many as fit on a list that a person can
 * still read, the oldest first. Names only for who may open files; restricted people only for their readers.
 */
export const retentionOverview = queriesOn<RetentionTables & ClientTables>()({
  name: 'retention.overview',
  params: z.object({}),
  subject: 'retention-proposal',
  audit: 'viewed',
  async run(context) {
    const { tx, house, actor } = context;
    const settings = actor.centre?.settings;
    const runs = await tx
      .selectFrom('retention_run')
      .select(['id', 'at', 'result', 'counts'])
      .orderBy('at', 'desc')
      .limit(10)
      .execute();
    const rows = await tx
      .selectFrom('retention_proposal')
      .leftJoin('client', 'client.id', 'retention_proposal.client_id')
      .select([
        'retention_proposal.id',
        'retention_proposal.class',
        'retention_proposal.client_id',
        'retention_proposal.pieces',
        'retention_proposal.clock_on',
        'retention_proposal.due_on',
        'client.file_no',
      ])
      .where('retention_proposal.state', '=', 'open')
      // What is one row for many comes first.
      .orderBy(sql`retention_proposal.client_id is not null`)
      .orderBy('retention_proposal.due_on')
      .orderBy('retention_proposal.id')
      .limit(most + 1)
      .execute();
    const shown = rows.slice(0, most);
    const ids = shown.flatMap((row) => (row.client_id ? [row.client_id] : []));
    const labels = house.policy.mayEver(actor, 'client.view')
      ? await clientLabels(context, ids)
      : new Map<string, { name: string }>();
    return {
      answer: {
        classes: keptClasses(settings),
        percent: settingOf(settings, 'retention.most-percent'),
        runs: runs.map((run) => ({ ...run, at: run.at.toISOString() })),
        proposals: shown.map((row) => ({
          id: row.id,
          class: row.class,
          clientId: row.client_id,
          fileNo: row.file_no,
          name: row.client_id ? (labels.get(row.client_id)?.name ?? null) : null,
          pieces: row.pieces,
          clockOn: row.clock_on,
          dueOn: row.due_on,
        })),
        more: rows.length > most,
      },
      viewed: { itemIds: ids, count: ids.length, fields: ['name'] },
    };
  },
});
