import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { tellColleague } from '#modules/staff/index.server.ts';
import type { SealingTables } from '../sealing.tables.server.ts';

export const recordOpeningInput = z.object({
  by: z.enum(['passphrase', 'passkey', 'recovery-key']),
  /** Who proved themselves first, where two open. */
  first: z.uuid().optional(),
  /** When the opening began: sessions from before it are over. */
  since: z.iso.datetime(),
});

/**
 * Says who opened the house, and ends what was left of sessions from before: after a power cut everybody signs in anew.
 * The recovery key says nobody's name, so all coordinators are told.
 */
export const recordOpening = operationsOn<SealingTables>()({
  name: 'house.open',
  input: recordOpeningInput,
  subject: 'house',
  login: 'auth',
  async run({ house, tx, now }, { by, first, since }) {
    await tx
      .updateTable('session')
      .set({ ended_at: now, ended_reason: 'house-sealed' })
      .where('kind', '=', 'staff')
      .where('ended_at', 'is', null)
      .where('created_at', '<', new Date(since))
      .execute();
    if (by === 'recovery-key') {
      const active = await tx
        .selectFrom('staff_member')
        .select(['id', 'centre_id', 'roles'])
        .where('status', '=', 'active')
        .execute();
      const told = active.filter(
        ({ roles }) => roles.includes('coordinator') || roles.includes('network_administrator'),
      );
      for (const { id, centre_id: centreId } of told)
        await tellColleague(tx, { staffId: id, centreId, kind: 'house-opened-by-key', by: null, now });
    }
    return {
      result: { recorded: true },
      audit: { subjectId: house.id, fields: [by], ...(first && { itemIds: [first] }) },
    };
  },
});
