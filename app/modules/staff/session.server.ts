import { createHash, randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import {
  type Actor,
  type ActorCentre,
  type JobActor,
  publicActor,
  type StaffActor,
} from '#platform/actor.ts';
import { type House, newToken } from '#platform/house.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import { type CentreTables, settingOf } from '#modules/centres/index.server.ts';
import { refuseSuspendedCentre } from './suspended-centre.server.ts';
import { unsealStaffIdentity } from './staff-identity.server.ts';
import type { SignInMethod, StaffTables } from './staff.tables.server.ts';

/** A shift: after this a session ends whatever happened. */
export const sessionHours = 10;
/** Minutes without a request after which the screen locks: the centre's own setting. */
export const idleMinutesOf = (settings: Record<string, unknown>, onSharedDevice = false): number => {
  const own = settingOf(settings, 'session.idle-minutes');
  return onSharedDevice ? Math.min(own, settingOf(settings, 'session.shared-idle-minutes')) : own;
};

/** Milliseconds by which clocks of two processes of a house may differ. */
const clockSlack = 5 * 60_000;

export const sessionEnd = (now: Date): Date => new Date(now.getTime() + sessionHours * 3_600_000);

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

interface NewSession {
  kind: 'staff' | 'job';
  staffId: string | null;
  centreId: string;
  siteId: string | null;
  roles: string[];
  now: Date;
  /** Milliseconds. */
  lasts: number;
  method?: SignInMethod;
  /** False where nobody but a provider saw a second factor: acts that ask for one ask anew. */
  steppedUp?: boolean;
  browser?: SessionBrowser;
}

/** The browser in which a session begins. */
export interface SessionBrowser {
  /** Its own secret, of which the hash is kept. */
  token?: string;
  /** Its coarse class, `chrome/android`. */
  device?: string;
}

/** Whoever answers for the centre: the ends of the audit chains are signed when they come. */
const answering = ['coordinator', 'data_protection_officer', 'network_administrator'];

/** Mints a session in the caller's transaction (auth login). The raw token is returned once and never stored. */
export async function mintSession(
  tx: Transaction<StaffTables> | Kysely<StaffTables>,
  session: NewSession,
): Promise<{ id: string; token: string }> {
  if (session.kind === 'staff') await refuseSuspendedCentre(tx, session.centreId);
  const token = newToken();
  const id = randomUUID();
  await tx
    .insertInto('session')
    .values({
      id,
      token_hash: hashToken(token),
      kind: session.kind,
      staff_id: session.staffId,
      centre_id: session.centreId,
      site_id: session.siteId,
      roles: session.roles,
      created_at: session.now,
      expires_at: new Date(session.now.getTime() + session.lasts),
      last_seen_at: session.now,
      step_up_at: session.kind === 'staff' && session.steppedUp !== false ? session.now : null,
      method: session.method ?? 'code',
      device: session.browser?.device ?? null,
      device_hash: session.browser?.token ? hashToken(session.browser.token) : null,
    })
    .execute();
  // Whoever enters by secrets of their own is not locked out: what the recovery sheet made for them is void.
  if (session.kind === 'staff' && session.method !== 'link')
    await tx
      .updateTable('invitation')
      .set({ revoked_at: session.now })
      .where('staff_id', '=', session.staffId)
      .where('recovers', '=', true)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .execute();
  if (session.kind === 'staff' && session.roles.some((role) => answering.includes(role)))
    await sql`select serai_queue.enqueue('sign-heads', '{}'::json, null, 'sign-heads')`.execute(tx);
  return { id, token };
}

/** Ends every open session of a person, in the caller's transaction. */
export async function endSessions(
  tx: Transaction<StaffTables>,
  staffId: string,
  now: Date,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: now, ended_reason: reason })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .execute();
}

/** As `endSessions`, sparing the one in which the person is; those begun in one way only, where it is named. */
export async function endOtherSessions(
  tx: Transaction<StaffTables>,
  staffId: string,
  keep: string,
  now: Date,
  reason: string,
  method?: SignInMethod,
): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: now, ended_reason: reason })
    .where('staff_id', '=', staffId)
    .where('id', '!=', keep)
    .where('ended_at', 'is', null)
    .$if(method !== undefined, (sessions) => sessions.where('method', '=', method as SignInMethod))
    .execute();
}

/**
 * Who holds this token, asked anew at every request: a role changed or an account disabled counts at once.
 * An unknown, ended or expired token is the public. A locked screen has no roles, so that nothing can be
 * done with it but unlock it or sign out.
 */
export async function resolveActor(house: House, token: string | undefined): Promise<Actor> {
  const actor = await findSessionActor(house, token);
  if (!actor) return publicActor;
  return actor.locked ? { ...actor, roles: [] } : actor;
}

/** As `resolveActor`, with the roles of a locked screen too: for unlocking and ending it only. */
export async function findSessionActor(
  house: House,
  token: string | undefined,
): Promise<StaffActor | undefined> {
  if (!token || token.length > 200) return undefined;
  const now = house.clock.now();
  const database: Kysely<StaffTables & CentreTables> = house.databases.auth;
  const row = await database
    .selectFrom('session')
    .innerJoin('staff_member', 'staff_member.id', 'session.staff_id')
    .innerJoin('centre', 'centre.id', 'session.centre_id')
    .leftJoin('shared_device', 'shared_device.token_hash', 'session.device_hash')
    .where('session.token_hash', '=', hashToken(token))
    .where('session.kind', '=', 'staff')
    .where('session.ended_at', 'is', null)
    .where('session.expires_at', '>', now)
    // Begun while the clock was ahead, it would otherwise live until the clock gets there.
    .where('session.created_at', '<', new Date(now.getTime() + clockSlack))
    .where('staff_member.status', '=', 'active')
    .select([
      'session.id as session_id',
      'session.site_id as session_site',
      'session.last_seen_at',
      'session.locked_at',
      'session.step_up_at',
      'staff_member.id as staff_id',
      'staff_member.sealed_identity',
      'staff_member.roles',
      'staff_member.language',
      'staff_member.expires_on',
      'staff_member.site_id as home_site',
      'staff_member.calendar as own_calendar',
      'centre.id as centre_id',
      'centre.time_zone',
      'centre.country',
      'centre.calendar',
      'centre.languages',
      'centre.client_languages',
      'centre.settings',
      'shared_device.marked_by',
    ])
    .select((select) =>
      select
        .exists(
          select
            .selectFrom('passkey')
            .select('passkey.id')
            .whereRef('passkey.staff_id', '=', 'staff_member.id')
            .where('passkey.suspected_at', 'is', null),
        )
        .as('has_passkey'),
    )
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.expires_on && row.expires_on < localDay(now, row.time_zone)) return undefined;
  const locked = await noteActivity(database, row, now);
  const centre: ActorCentre = {
    id: row.centre_id,
    timeZone: row.time_zone,
    country: row.country,
    calendar: row.calendar,
    languages: row.languages,
    clientLanguages: row.client_languages,
    settings: row.settings,
  };
  return {
    kind: 'staff',
    sessionToken: token,
    sessionId: row.session_id,
    staffId: row.staff_id,
    centre,
    roles: row.roles,
    siteId: row.session_site ?? row.home_site ?? undefined,
    language: row.language,
    locked,
    hasPasskey: Boolean(row.has_passkey),
    ...(row.own_calendar && { calendar: row.own_calendar }),
    displayName: unsealStaffIdentity(house.vault, row.staff_id, row.sealed_identity).name,
    ...(row.marked_by && { sharedDevice: { markedBy: row.marked_by } }),
    ...(row.step_up_at && { steppedUpAt: row.step_up_at }),
  } satisfies StaffActor;
}

/** Moves the session's last sign of life, or locks it after idle minutes. Returns whether it is locked. */
async function noteActivity(
  database: Kysely<StaffTables & CentreTables>,
  row: {
    session_id: string;
    last_seen_at: Date;
    locked_at: Date | null;
    settings: Record<string, unknown>;
    marked_by: string | null;
  },
  now: Date,
): Promise<boolean> {
  if (row.locked_at) return true;
  const idle = now.getTime() - row.last_seen_at.getTime();
  const rest = idleMinutesOf(row.settings, row.marked_by !== null) * 60_000;
  const locks = idle > rest;
  // Written seldom, but often enough that the shortest rest is not cut.
  if (locks || idle > Math.min(60_000, rest / 10)) {
    const change = locks ? { locked_at: now } : { last_seen_at: now };
    await database
      .updateTable('session')
      .set(change)
      .where('id', '=', row.session_id)
      .where('locked_at', 'is', null)
      .execute();
  }
  return locks;
}

const jobMinutes = 10;

/** A job's own short session in one centre. */
export async function beginJob(house: House, centreId: string): Promise<JobActor> {
  const now = house.clock.now();
  const database: Kysely<StaffTables & CentreTables> = house.databases.auth;
  const row = await database
    .selectFrom('centre')
    .selectAll()
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow();
  const { id, token } = await mintSession(database, {
    kind: 'job',
    staffId: null,
    centreId,
    siteId: null,
    roles: ['job'],
    now,
    lasts: jobMinutes * 60_000,
  });
  return {
    kind: 'job',
    roles: ['job'],
    sessionToken: token,
    sessionId: id,
    centre: {
      id: row.id,
      timeZone: row.time_zone,
      country: row.country,
      calendar: row.calendar,
      languages: row.languages,
      clientLanguages: row.client_languages,
      settings: row.settings,
    },
  };
}
