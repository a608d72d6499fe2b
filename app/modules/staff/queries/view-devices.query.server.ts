import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { unsealPasskeyName } from '../passkey-name.server.ts';
import { pinTries } from '../pin.ts';
import type { SignInMethod, StaffTables } from '../staff.tables.server.ts';

export interface OwnDevices {
  /** Where one is signed in now, the one that asks first. */
  sessions: {
    id: string;
    /** Coarse class of the browser, `chrome/android`. */
    device: string | null;
    method: SignInMethod;
    since: Date;
    lastSeen: Date;
    locked: boolean;
    isThis: boolean;
  }[];
  /** Browsers that signed in before, latest first. */
  devices: { id: string; device: string | null; since: Date; lastUsed: Date }[];
  passkeys: {
    id: string;
    name: string;
    /** The name of the house by which it was made. */
    rpId: string;
    synced: boolean;
    since: Date;
    lastUsedOn: string | null;
    suspected: boolean;
  }[];
  pin: 'none' | 'set' | 'void';
  /** One's account at the network's provider. */
  provider?: { linkedOn: string };
}

/** Where one is signed in, and with what one can. */
export const viewDevices = queriesOn<StaffTables>()({
  name: 'staff.devices',
  params: z.object({}),
  subject: 'staff',
  audit: 'none',
  async run({ house, actor, tx, now }) {
    const staffId = actor.staffId ?? '';
    const sessions = await tx
      .selectFrom('session')
      .select(['id', 'device', 'method', 'created_at', 'last_seen_at', 'locked_at'])
      .where('staff_id', '=', staffId)
      .where('kind', '=', 'staff')
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .orderBy('created_at', 'desc')
      .limit(50)
      .execute();
    const devices = await tx
      .selectFrom('known_device')
      .select(['id', 'device', 'created_at', 'last_used_at'])
      .where('staff_id', '=', staffId)
      .orderBy('last_used_at', 'desc')
      .execute();
    const passkeys = await tx
      .selectFrom('passkey')
      .select(['id', 'rp_id', 'synced', 'sealed_name', 'created_at', 'last_used_on', 'suspected_at'])
      .where('staff_id', '=', staffId)
      .orderBy('created_at')
      .execute();
    const pin = await tx
      .selectFrom('staff_pin')
      .select('failures')
      .where('staff_id', '=', staffId)
      .executeTakeFirst();
    const link = await tx
      .selectFrom('provider_link')
      .select('linked_at')
      .where('staff_id', '=', staffId)
      .executeTakeFirst();
    const answer: OwnDevices = {
      sessions: sessions
        .map((row) => ({
          id: row.id,
          device: row.device,
          method: row.method,
          since: row.created_at,
          lastSeen: row.last_seen_at,
          locked: row.locked_at !== null,
          isThis: row.id === actor.sessionId,
        }))
        .sort((a, b) => Number(b.isThis) - Number(a.isThis)),
      devices: devices.map((row) => ({
        id: row.id,
        device: row.device,
        since: row.created_at,
        lastUsed: row.last_used_at,
      })),
      passkeys: passkeys.map((row) => ({
        id: row.id,
        name: unsealPasskeyName(house.vault, row.id, row.sealed_name),
        rpId: row.rp_id,
        synced: row.synced,
        since: row.created_at,
        lastUsedOn: row.last_used_on,
        suspected: row.suspected_at !== null,
      })),
      pin: !pin ? 'none' : pin.failures >= pinTries ? 'void' : 'set',
      ...(link && { provider: { linkedOn: link.linked_at.toISOString().slice(0, 10) } }),
    };
    return { answer, relations: ['self'] };
  },
});
