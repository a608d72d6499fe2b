import { existsSync } from 'node:fs';
import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { readUnlockMode } from '#platform/vault/unlock-mode.server.ts';
import { unsealStaffIdentity } from '#modules/staff/index.server.ts';
import type { Opening } from '../opening.ts';
import type { SealingTables } from '../sealing.tables.server.ts';

export interface OpeningState {
  /** As the machine is. */
  now: Opening;
  /** What was chosen and is not carried out yet: nobody could open the house, or the medium was away. */
  waiting: Opening | null;
  since: Date | null;
  /** The key file, where there is one. */
  keyFile: string | null;
  sheetProvenAt: Date | null;
  /** Colleagues of this centre who can open the house, by name, and since when. */
  keepers: { name: string; passphrase: boolean; passkeys: number; since: string }[];
}

/** How the house is opened, and by whom. With what they open it stays with the sign-in login. */
export const viewOpening = queriesOn<SealingTables>()({
  name: 'house.view-opening',
  params: z.object({}),
  subject: 'house',
  audit: 'none',
  async run({ house, tx, actor }): Promise<{ answer: OpeningState } | undefined> {
    const record = await tx.selectFrom('house').select('recovery_confirmed_at').executeTakeFirst();
    if (!record || !actor.centre) return undefined;
    const choice = await tx.selectFrom('unlock_choice').selectAll().executeTakeFirst();
    const wraps = await tx
      .selectFrom('unlock_wrap')
      .innerJoin('staff_member', 'staff_member.id', 'unlock_wrap.staff_id')
      .where('unlock_wrap.centre_id', '=', actor.centre.id)
      .select(['staff_member.id', 'staff_member.sealed_identity', 'unlock_wrap.kind', 'unlock_wrap.made_on'])
      .execute();
    const keepers = [...Map.groupBy(wraps, ({ id }) => id).values()].flatMap((own) => {
      const [one] = own;
      if (!one) return [];
      return {
        name: unsealStaffIdentity(house.vault, one.id, one.sealed_identity).name,
        passphrase: own.some(({ kind }) => kind === 'passphrase'),
        passkeys: own.filter(({ kind }) => kind === 'passkey').length,
        since: own.map(({ made_on: on }) => on).sort()[0] ?? '',
      };
    });
    const now = readUnlockMode(house.config.dataDir);
    const chosen = choice && { mode: choice.mode, people: choice.people === 2 ? (2 as const) : (1 as const) };
    const holds = !chosen || (chosen.mode === now.mode && chosen.people === now.people);
    return {
      answer: {
        now,
        waiting: holds ? null : chosen,
        since: choice?.carried_out_at ?? null,
        keyFile: existsSync(house.config.keyFile) ? house.config.keyFile : null,
        sheetProvenAt: record.recovery_confirmed_at,
        keepers: keepers.sort((one, other) => one.name.localeCompare(other.name)),
      },
    };
  },
});
