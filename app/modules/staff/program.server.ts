import { randomBytes, randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { StaffActor, StaffRole } from '#platform/actor.ts';
import { type House, newToken } from '#platform/house.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import type { CentreTables } from '#modules/centres/index.server.ts';
import { hashToken } from './session.server.ts';
import { inOpenCentre } from './suspended-centre.server.ts';
import { sealStaffIdentity, unsealStaffIdentity } from './staff-identity.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

interface NewProgram {
  centreId: string;
  timeZone: string;
  name: string;
  roles: StaffRole[];
  language: string;
  now: Date;
  days: number;
  /** How its token begins. */
  mark: string;
}

/**
 * Lets another program act in a centre, in the caller's transaction (auth login): somebody in the record who never signs
 * in, and one session that lasts as long as the token. The token is returned once and never stored.
 */
export async function addProgram(tx: Transaction<StaffTables>, house: House, program: NewProgram) {
  const { centreId, roles, now } = program;
  const staffId = randomUUID();
  const sessionId = randomUUID();
  const token = `${program.mark}${newToken()}`;
  const expiresAt = new Date(now.getTime() + program.days * 24 * 3_600_000);
  const expiresOn = localDay(expiresAt, program.timeZone);
  await tx
    .insertInto('staff_member')
    .values({
      id: staffId,
      centre_id: centreId,
      sealed_identity: sealStaffIdentity(house.vault, staffId, { name: program.name, email: '' }),
      // Nobody can type this: a program does not sign in.
      email_mac: randomBytes(32),
      roles,
      status: 'program',
      expires_on: expiresOn,
      language: program.language,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await tx
    .insertInto('session')
    .values({
      id: sessionId,
      token_hash: hashToken(token),
      kind: 'token',
      staff_id: staffId,
      centre_id: centreId,
      roles,
      created_at: now,
      expires_at: expiresAt,
      last_seen_at: now,
    })
    .execute();
  return { staffId, sessionId, token, expiresOn };
}

/** The program that holds this token, asked anew at every request. What it may do is for the caller to narrow. */
export async function findProgram(house: House, token: string): Promise<StaffActor | undefined> {
  if (token.length > 200) return undefined;
  const database: Kysely<StaffTables & CentreTables> = house.databases.auth;
  const row = await database
    .selectFrom('session')
    .innerJoin('staff_member', 'staff_member.id', 'session.staff_id')
    .innerJoin('centre', 'centre.id', 'session.centre_id')
    .where('session.token_hash', '=', hashToken(token))
    .where('session.kind', '=', 'token')
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', house.clock.now())
    .where('staff_member.status', '=', 'program')
    // A suspended centre takes in no program either; its token opens again when the centre does.
    .where(inOpenCentre)
    .select([
      'session.id as session_id',
      'session.roles',
      'staff_member.id as staff_id',
      'staff_member.sealed_identity',
      'staff_member.language',
      'centre.id as centre_id',
      'centre.time_zone',
      'centre.country',
      'centre.calendar',
      'centre.languages',
      'centre.client_languages',
      'centre.settings',
    ])
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    kind: 'staff',
    sessionToken: token,
    sessionId: row.session_id,
    staffId: row.staff_id,
    roles: row.roles as StaffRole[],
    language: row.language,
    locked: false,
    displayName: unsealStaffIdentity(house.vault, row.staff_id, row.sealed_identity).name,
    centre: {
      id: row.centre_id,
      timeZone: row.time_zone,
      country: row.country,
      calendar: row.calendar,
      languages: row.languages,
      clientLanguages: row.client_languages,
      settings: row.settings,
    },
  };
}
