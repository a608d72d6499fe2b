import { sql } from 'kysely';
import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { IntegrationTables } from '../integration.tables.server.ts';
import { isSwitchedOn } from '../switched-on.ts';
import { keptDays, noticeBody } from '../webhook.ts';
import { unsealWebhook } from '../webhook-secret.server.ts';

export interface DueNotice {
  deliveryId: string;
  url: string;
  secret: string;
  body: string;
}

/** Longer than a sending may take: if the house stops in the middle, the notice goes out again after it. */
const holdMinutes = 5;

/**
 * Takes what is due, so that no second worker sends it at the same time, and forgets what was settled long ago. A notice
 * may arrive twice after a crash, never not at all: its id is the receiver's to compare.
 */
export const takeDueNotices = operationsOn<IntegrationTables>()({
  name: 'webhook.take-due',
  input: z.object({ limit: z.number().int().min(1).max(100).default(50) }),
  subject: 'webhook',
  async run({ house, actor, tx, now }, { limit }) {
    const old = new Date(now.getTime() - keptDays * 24 * 3_600_000);
    await tx.deleteFrom('webhook_delivery').where('settled_at', '<', old).execute();
    const on = isSwitchedOn(actor.centre?.settings);
    const rows = await tx
      .selectFrom('webhook_delivery as d')
      .innerJoin('webhook as w', 'w.id', 'd.webhook_id')
      .where('d.state', '=', 'waiting')
      .where('d.next_at', '<=', now)
      .select(['d.id', 'd.event', 'd.subject_id', 'd.at', 'd.attempts', 'w.id as webhook', 'w.sealed'])
      .select('w.stopped_at')
      .orderBy('d.next_at')
      .limit(limit)
      .forUpdate('d')
      .skipLocked()
      .execute();
    const ids = rows.map((row) => row.id);
    const open = on ? rows.filter((row) => row.stopped_at === null) : [];
    if (ids.length > 0) {
      await tx
        .updateTable('webhook_delivery')
        .set({
          attempts: sql`attempts + 1`,
          next_at: new Date(now.getTime() + holdMinutes * 60_000),
        })
        .where('id', 'in', ids)
        .execute();
      const given = rows.filter((row) => !open.includes(row)).map((row) => row.id);
      if (given.length > 0) {
        await tx
          .updateTable('webhook_delivery')
          .set({ state: 'failed', trouble: 'stopped', settled_at: now })
          .where('id', 'in', given)
          .execute();
      }
    }
    const result = open.map((row): DueNotice => {
      const { url, secret } = unsealWebhook(house.vault, row.webhook, row.sealed);
      const body = noticeBody({ id: row.id, event: row.event, subjectId: row.subject_id, at: row.at });
      return { deliveryId: row.id, url, secret, body };
    });
    return { result, audit: { count: ids.length, itemIds: ids } };
  },
});
