import type { Kysely } from 'kysely';
import type { House } from '#platform/house.server.ts';
import { type Opened, openGrant, unwrapKeeperKey } from './grant.server.ts';
import type { SealingTables } from './sealing.tables.server.ts';
import { costOf, credentialHash, secretOfPasskey, stretchPassphrase } from './unlock-secret.server.ts';

/** Whose secret it was, and what was handed to them. */
export interface FoundKeeper {
  staffId: string;
  opened: Opened;
}

/**
 * Whose address and passphrase these are, without any key: the passphrase is stretched once for each cost in use, and
 * tried at every wrap, so that it takes as long for an address that nobody here has.
 */
export async function findByPassphrase(
  house: House,
  typed: { email: string; passphrase: string },
): Promise<FoundKeeper | undefined> {
  const rows = (await wrapsOf(house, 'passphrase')).map((row) => ({
    ...row,
    memory: row.memory ?? 0,
    passes: row.passes ?? 0,
  }));
  const costs = new Map(rows.map(({ memory, passes }) => [`${memory}/${passes}`, { memory, passes }]));
  const usual = costOf(house);
  if (costs.size === 0) costs.set('', usual);
  let found: FoundKeeper | undefined;
  for (const cost of costs.values()) {
    const secret = await stretchPassphrase(house, typed, cost);
    for (const row of rows) {
      if (row.memory === cost.memory && row.passes === cost.passes) found = tryWrap(secret, row) ?? found;
    }
    secret.fill(0);
  }
  return found;
}

/** Whose passkey derived this. */
export async function findByPasskey(
  house: House,
  { credentialId, derived }: { credentialId: string; derived: Buffer },
): Promise<FoundKeeper | undefined> {
  const hash = credentialHash(credentialId);
  const row = (await wrapsOf(house, 'passkey')).find(({ credential_hash: own }) => own?.equals(hash));
  if (!row) return undefined;
  const secret = secretOfPasskey(derived);
  try {
    return tryWrap(secret, row);
  } finally {
    secret.fill(0);
  }
}

function wrapsOf(house: House, kind: 'passphrase' | 'passkey') {
  const database: Kysely<SealingTables> = house.databases.auth;
  return database
    .selectFrom('unlock_wrap')
    .innerJoin('unlock_person', 'unlock_person.staff_id', 'unlock_wrap.staff_id')
    .where('kind', '=', kind)
    .where('granted', 'is not', null)
    .select(['unlock_wrap.id', 'unlock_wrap.staff_id', 'credential_hash', 'memory', 'passes', 'wrapped'])
    .select(['unlock_person.granted', 'unlock_person.split_id'])
    .execute();
}

type WrapRow = Awaited<ReturnType<typeof wrapsOf>>[number];

function tryWrap(secret: Buffer, row: WrapRow): FoundKeeper | undefined {
  const key = unwrapKeeperKey(secret, row);
  if (!key || !row.granted) return undefined;
  try {
    return { staffId: row.staff_id, opened: openGrant({ ...row, granted: row.granted }, key) };
  } finally {
    key.fill(0);
  }
}
