import { type Kysely, sql } from 'kysely';
import { jobs } from '#app/jobs.server.ts';
import { demoStaff } from '#app/demo/demo-accounts.ts';
import { mintSession, sessionHours } from '#modules/staff/session.server.ts';
import type { StaffTables } from '#modules/staff/staff.tables.server.ts';
import { signInAs } from '../bench-session.server.ts';
import { house } from './machine-app.child.server.ts';

// The serving half of a centre that also does what the check of its clock asks for, by its own clock.
const answers: Readonly<Record<string, () => Promise<unknown>>> = {
  /** What the clock says, in milliseconds. */
  now: async () => house.clock.now().getTime(),
  /** A session that begins now. */
  'open-session': async () => {
    const database: Kysely<StaffTables> = house.databases.auth;
    const { id, centre_id, site_id, roles } = await database
      .selectFrom('staff_member')
      .select(['id', 'centre_id', 'site_id', 'roles'])
      .where(sql<boolean>`'coordinator' = any(roles)`)
      .executeTakeFirstOrThrow();
    const who = { kind: 'staff' as const, staffId: id, centreId: centre_id, siteId: site_id, roles };
    const lasts = sessionHours * 3_600_000;
    return (await mintSession(database, { ...who, now: house.clock.now(), lasts })).token;
  },
  /** Passphrase and one-time code, as a person would. */
  'sign-in': () => signInAs(house, demoStaff.find(({ roles }) => roles.includes('counsellor'))?.id ?? ''),
  /** Everything that comes by itself by day or night comes now. */
  'run-jobs': async () => {
    for (const job of jobs) if (job.schedule) await job.run(house, {});
    return true;
  },
};

process.on('message', (question: string) => {
  void answers[question]?.().then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
