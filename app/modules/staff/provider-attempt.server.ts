import { type Kysely, sql, type Transaction } from 'kysely';
import type { House } from '#platform/house.server.ts';
import type { Vault } from '#platform/vault/vault.server.ts';
import { hashToken } from './session.server.ts';
import type { ProviderAttemptTable, ProviderPurpose, StaffTables } from './staff.tables.server.ts';

/** Minutes in which somebody must have come back from the provider. */
export const attemptMinutes = 10;

/** What the provider's answer must fit. It never leaves the house before the answer is there. */
export interface ProviderSecrets {
  nonce: string;
  verifier: string;
}

/** Of which way, and in which browser: neither counts alone. */
export interface AttemptKeys {
  state: string;
  browser: string;
}

const placeOf = (stateHash: Buffer) => ({
  table: 'provider_attempt',
  column: 'sealed_secrets',
  row: stateHash.toString('hex'),
});

/** Notes that a browser sets out. Ways that ran out are swept. */
export async function noteAttempt(
  house: House,
  { state, browser }: AttemptKeys,
  about: { purpose: ProviderPurpose; staffId: string | null; secrets: ProviderSecrets },
): Promise<void> {
  const now = house.clock.now();
  const database: Kysely<StaffTables> = house.databases.auth;
  const stateHash = hashToken(state);
  await database.deleteFrom('provider_attempt').where('expires_at', '<=', now).execute();
  await database
    .insertInto('provider_attempt')
    .values({
      state_hash: stateHash,
      browser_hash: hashToken(browser),
      purpose: about.purpose,
      staff_id: about.staffId,
      sealed_secrets: house.vault.sealForHouse(placeOf(stateHash), about.secrets),
      expires_at: new Date(now.getTime() + attemptMinutes * 60_000),
      asked_at: null,
      subject_mac: null,
      email_mac: null,
    })
    .execute();
}

const keyed = ({ state, browser }: AttemptKeys) =>
  sql<boolean>`state_hash = ${hashToken(state)} and browser_hash = ${hashToken(browser)}`;

/** The way under this state in this browser, while it lasts. */
export function findAttempt(house: House, keys: AttemptKeys): Promise<ProviderAttemptTable | undefined> {
  const database = house.databases.auth as Kysely<StaffTables>;
  return database
    .selectFrom('provider_attempt')
    .selectAll()
    .where(keyed(keys))
    .where('expires_at', '>', house.clock.now())
    .executeTakeFirst() as Promise<ProviderAttemptTable | undefined>;
}

/** The secrets for asking the provider: for the first who comes with the answer; nobody after. */
export async function takeSecrets(house: House, keys: AttemptKeys): Promise<ProviderSecrets | undefined> {
  const database: Kysely<StaffTables> = house.databases.auth;
  const now = house.clock.now();
  const taken = await database
    .updateTable('provider_attempt')
    .set({ asked_at: now })
    .where(keyed(keys))
    .where('asked_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['state_hash', 'sealed_secrets'])
    .executeTakeFirst();
  return taken && unsealSecrets(house.vault, taken.state_hash, taken.sealed_secrets);
}

const unsealSecrets = (vault: Vault, stateHash: Buffer, sealed: Buffer): ProviderSecrets =>
  vault.unsealForHouse(placeOf(stateHash), sealed);

/** Keeps whom the provider named, for the few minutes until the second factor is typed. */
export async function noteNamed(
  house: House,
  keys: AttemptKeys,
  named: { subjectMac: Buffer; emailMac: Buffer; strong: boolean },
): Promise<void> {
  const database: Kysely<StaffTables> = house.databases.auth;
  await database
    .updateTable('provider_attempt')
    .set({ subject_mac: named.subjectMac, email_mac: named.emailMac, strong: named.strong })
    .where(keyed(keys))
    .execute();
}

/** A way that came to nothing counts no more. */
export async function burnAttempt(house: House, keys: AttemptKeys): Promise<void> {
  const database: Kysely<StaffTables> = house.databases.auth;
  await database.deleteFrom('provider_attempt').where(keyed(keys)).execute();
}

/**
 * Takes a way on which the provider named somebody, in the caller's transaction: for this purpose, this person, in this
 * browser, in time. A refusal rolls it back, so that a mistyped code can be typed again.
 */
export async function takeNamed(
  tx: Transaction<StaffTables>,
  keys: AttemptKeys,
  about: { purpose: ProviderPurpose; staffId: string | null; now: Date },
): Promise<{ subjectMac: Buffer; emailMac: Buffer; strong: boolean } | undefined> {
  const taken = await tx
    .deleteFrom('provider_attempt')
    .where(keyed(keys))
    .where('purpose', '=', about.purpose)
    .where(sql<boolean>`staff_id is not distinct from ${about.staffId}::uuid`)
    .where('expires_at', '>', about.now)
    .returning(['subject_mac', 'email_mac', 'strong'])
    .executeTakeFirst();
  if (!taken?.subject_mac || !taken.email_mac) return undefined;
  return { subjectMac: taken.subject_mac, emailMac: taken.email_mac, strong: taken.strong };
}
