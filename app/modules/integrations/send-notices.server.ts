import { createHmac } from 'node:crypto';
import { type Kysely } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { type OutsideRules, postOutside } from '#platform/outgoing/post-outside.server.ts';
import { beginJob } from '#modules/staff/index.server.ts';
import type { IntegrationTables } from './integration.tables.server.ts';
import { type DueNotice, takeDueNotices } from './operations/take-due.server.ts';
import { settleNotices } from './operations/settle-notices.server.ts';

/** `t` is when it was signed, in seconds; `v1` the HMAC-SHA256 of `t.body` under the webhook's secret, in hex. */
export function signature(secret: string, body: string, now: Date): string {
  const t = Math.floor(now.getTime() / 1000);
  return `t=${t},v1=${createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')}`;
}

/** Sends what is due, centre by centre, each notice on its own. @returns how many were tried */
export async function sendNotices(house: House, rules?: OutsideRules): Promise<number> {
  const database: Kysely<IntegrationTables> = house.databases.auth;
  const centres = await database
    .selectFrom('webhook_delivery')
    .where('state', '=', 'waiting')
    .where('next_at', '<=', house.clock.now())
    .select('centre_id')
    .distinct()
    .execute();
  let sent = 0;
  for (const { centre_id } of centres) {
    const actor = await beginJob(house, centre_id);
    const due = await execute(house, takeDueNotices, actor, {});
    const outcomes = await Promise.all(due.map((notice) => sendOne(house, notice, rules)));
    if (outcomes.length > 0) await execute(house, settleNotices, actor, { outcomes });
    sent += outcomes.length;
  }
  return sent;
}

async function sendOne(house: House, notice: DueNotice, rules: OutsideRules | undefined) {
  const { deliveryId, url, secret, body } = notice;
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Serai',
    'serai-delivery': deliveryId,
    'serai-signature': signature(secret, body, house.clock.now()),
  };
  const { status, trouble } = await postOutside(url, body, headers, rules);
  return { deliveryId, status, trouble };
}
