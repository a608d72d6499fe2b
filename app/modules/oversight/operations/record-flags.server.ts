import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type StaffTables, tellColleague } from '#modules/staff/index.server.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { forbidden } from '#platform/problem.ts';
import { activeColleagues } from '../colleagues.server.ts';
import { factsPlace } from '../flag-seals.server.ts';
import type { FlagFacts, OversightTables } from '../oversight.tables.server.ts';
import { reviewersOf } from '../reviewers.ts';
import { flagKinds } from '../unusual-reading.ts';

const seq = z.number().int().min(0);
const flagInput = z.object({
  kind: z.enum(flagKinds),
  staffId: z.uuid(),
  day: z.iso.date(),
  count: z.number().int().min(1),
  usual: z.number().int().min(0).optional(),
  clientId: z.uuid().optional(),
  seqs: z.array(seq).max(100),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
});

/**
 * Keeps what was found in the reading of a centre and tells who reviews it, once. A flag that stands already only counts on;
 * one that was settled stays settled.
 */
export const recordFlags = operationsOn<OversightTables>()({
  name: 'reading-flag.watch',
  input: z.object({ head: seq, flags: z.array(flagInput).max(2_000) }),
  subject: 'reading-flag',
  async run({ house, tx, on, actor, now }, { head, flags }) {
    const { centre } = actor;
    if (!centre) throw forbidden();
    const colleagues = flags.length > 0 ? await activeColleagues(on<StaffTables>()) : [];
    const added: string[] = [];
    const told = new Set<string>();
    for (const { kind, staffId, day, count, usual, clientId, seqs, from, to } of flags) {
      const id = randomUUID();
      const matter = clientId === undefined ? Buffer.alloc(0) : house.vault.mac('reading-flag', clientId);
      const standing = await tx
        .selectFrom('reading_flag')
        .select(['id', 'state', 'count'])
        .where('staff_id', '=', staffId)
        .where('kind', '=', kind)
        .where('day', '=', day)
        .where('matter', '=', matter)
        .forUpdate()
        .executeTakeFirst();
      const facts: FlagFacts = { seqs, from, to, ...(clientId && { clientId }) };
      const sealed = house.vault.sealForHouse(factsPlace(standing?.id ?? id), facts);
      if (standing) {
        if (standing.state === 'open' && standing.count !== count)
          await tx
            .updateTable('reading_flag')
            .set({ count, sealed_facts: sealed })
            .where('id', '=', standing.id)
            .execute();
        continue;
      }
      await tx
        .insertInto('reading_flag')
        .values({
          id,
          centre_id: centre.id,
          staff_id: staffId,
          kind,
          day,
          matter,
          count,
          usual: usual ?? null,
          sealed_facts: sealed,
          flagged_at: now,
          reviewed_at: null,
          reviewed_by: null,
          sealed_note: null,
        })
        .execute();
      added.push(id);
      for (const reviewer of reviewersOf(staffId, colleagues)) {
        if (told.has(`${reviewer}/${staffId}`)) continue;
        told.add(`${reviewer}/${staffId}`);
        const notice = { centreId: centre.id, kind: 'reading-flagged' as const, by: staffId, now };
        await tellColleague(on<StaffTables>(), { ...notice, staffId: reviewer });
      }
    }
    await tx
      .insertInto('reading_watch')
      .values({ centre_id: centre.id, seq: head })
      .onConflict((known) => known.column('centre_id').doUpdateSet({ seq: head }))
      .execute();
    return { result: { added: added.length }, audit: { count: added.length, itemIds: added.slice(0, 100) } };
  },
});
