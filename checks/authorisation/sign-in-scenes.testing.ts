import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sealPasskeyName } from '#modules/staff/passkey-name.server.ts';
import type { Actor } from '#platform/actor.ts';
import type { World } from './world.testing.ts';

/** An answer of no device: who may use a passkey is seen before any is looked at. */
const noPasskey = { passkey: '{}', browser: 'x'.repeat(43), rpId: 'localhost', origin: 'http://localhost' };

const ownerOf = ({ maker }: World, asker: Actor) => ({
  staffId: asker.staffId ?? maker.staffId,
  centreId: asker.centre?.id ?? maker.centre.id,
});

async function makePasskey(world: World, asker: Actor) {
  const { staffId, centreId } = ownerOf(world, asker);
  const passkeyId = randomUUID();
  const name = sealPasskeyName(world.house.vault, passkeyId, 'Blue phone');
  await world.house.admin.query(
    `insert into serai.passkey (id, staff_id, centre_id, credential_id, public_key, counter, rp_id, synced, sealed_name, created_at)
     values ($1, $2, $3, $4, $5, 0, 'localhost', false, $6, now())`,
    [passkeyId, staffId, centreId, randomBytes(16), randomBytes(8), name],
  );
  return { passkeyId };
}

/** A session of the asker beside the one in which they ask. */
async function makeSession(world: World, asker: Actor) {
  const { staffId, centreId } = ownerOf(world, asker);
  const sessionId = randomUUID();
  await world.house.admin.query(
    `insert into serai.session (id, token_hash, kind, staff_id, centre_id, roles, created_at, expires_at, last_seen_at)
     values ($1, $2, 'staff', $3, $4, '{}', now(), now() + interval '1 hour', now())`,
    [sessionId, randomBytes(32), staffId, centreId],
  );
  return { sessionId };
}

async function makeDevice(world: World, asker: Actor) {
  const deviceId = randomUUID();
  await world.house.admin.query(
    `insert into serai.known_device (id, token_hash, staff_id, created_at, last_used_at)
     values ($1, $2, $3, now(), now())`,
    [deviceId, randomBytes(32), ownerOf(world, asker).staffId],
  );
  return { deviceId };
}

/** The asker sits at a browser; where `markedBy` is given, it is a shared computer. */
async function makeDesk(world: World, asker: Actor, markedBy?: string) {
  const deviceToken = randomUUID();
  const hash = createHash('sha256').update(deviceToken).digest();
  await world.house.admin.query(`update serai.session set device_hash = $1 where id = $2`, [
    hash,
    asker.sessionId ?? null,
  ]);
  if (markedBy)
    await world.house.admin.query(`insert into serai.shared_device values ($1, $2, $3, now())`, [
      hash,
      ownerOf(world, asker).centreId,
      markedBy,
    ]);
  return deviceToken;
}

/** Acts on passkeys, PINs and the places where somebody is signed in. */
export const signInScenes = {
  'passkey.register': () => ({ ...noPasskey, name: 'Blue phone' }),
  'passkey.remove': makePasskey,
  'passkey.suspect': makePasskey,
  'session.begin-with-passkey': () => noPasskey,
  'session.begin-with-provider': () => ({ state: 'x'.repeat(43), browser: 'x'.repeat(43) }),
  'session.end-other': makeSession,
  'session.forget-device': makeDevice,
  'session.share-device': async (world: World, asker: Actor) => ({
    deviceToken: await makeDesk(world, asker),
  }),
  'session.step-up-with-passkey': () => noPasskey,
  'session.unlock-with-passkey': () => noPasskey,
  'session.unlock-with-pin': () => ({ pin: '582649', deviceToken: 'x'.repeat(43) }),
  'session.unshare-device': async (world: World, asker: Actor, standing: string) => {
    const { staffId } = ownerOf(world, asker);
    await makeDesk(world, asker, standing === 'self' ? staffId : world.maker.staffId);
    return {};
  },
  'staff.devices': () => ({}),
  'staff.link-provider': () => ({ state: 'x'.repeat(43), browser: 'x'.repeat(43) }),
  'staff.remove-pin': () => ({}),
  'staff.set-pin': () => ({ pin: '582649' }),
  'staff.unlink-provider': () => ({}),
};
