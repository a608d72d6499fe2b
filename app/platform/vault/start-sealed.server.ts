import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { houseActor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.server.ts';
import { zeroCentre } from '../audit/audit-event.ts';
import type { House } from '../house.server.ts';
import { blankEvent } from '../operations/execute.server.ts';

/**
 * What belongs to every sealed start: nobody is signed in any more, because a computer that was carried away may still
 * hold a cookie, and the record says that the house was sealed.
 */
export async function noteSealedStart(house: House): Promise<void> {
  const now = house.clock.now();
  await sql`update session set ended_at = ${now}, ended_reason = 'house-sealed'
    where ended_at is null and kind = 'staff'`.execute(house.databases.auth);
  const event = blankEvent(randomUUID(), { name: 'house.seal', subject: 'house' }, houseActor, now);
  await house.databases.audit
    .transaction()
    .execute((tx) =>
      appendAudit(tx, house.vault, zeroCentre, { ...event, subjectId: house.id, result: 'done' }),
    );
}
