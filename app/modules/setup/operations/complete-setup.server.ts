import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import type { CentreTables, SiteTable } from '#modules/centres/centre.tables.server.ts';
import { acceptCode, sealSeed } from '#modules/staff/one-time-code.server.ts';
import { hashPassphrase } from '#modules/staff/passphrase.server.ts';
import { emailMac, sealStaffIdentity } from '#modules/staff/staff-identity.server.ts';
import type { StaffTables } from '#modules/staff/staff.tables.server.ts';
import { completeSetupInput } from '../setup.schemas.ts';

interface SetupTables extends CentreTables, StaffTables {
  house: { id: string; setup_completed_at: Date | null };
}

/**
 * Opens the centre: name, sites, switches and the first coordinator, in one transaction.
 * Once per house: afterwards it looks like not found, so that nobody can set up a second coordinator.
 */
export const completeSetup = operationsOn<SetupTables>()({
  name: 'setup.complete',
  input: completeSetupInput,
  subject: 'centre',
  login: 'auth',
  load: ({ tx }) => tx.selectFrom('house').selectAll().where('setup_completed_at', 'is', null).forUpdate().executeTakeFirst(),
  async run({ house, tx, now }, { centre, sites, switchedOff, coordinator }) {
    const step = acceptCode(coordinator.seed, coordinator.code, now, null);
    if (step === undefined) throw fieldProblem('coordinator.code', 'wrong-code');
    const centreId = randomUUID();
    const staffId = randomUUID();
    const stamps = { created_at: now, updated_at: now };
    await tx
      .insertInto('centre')
      .values({
        id: centreId, name: JSON.stringify(centre.name), kind: centre.kind, context: centre.context, country: centre.country, time_zone: centre.timeZone,
        default_language: centre.defaultLanguage, languages: centre.languages, client_languages: centre.clientLanguages, calendar: centre.calendar,
        phone: centre.phone ?? null, email: centre.email ?? null, address: JSON.stringify(centre.address), services: centre.services,
        settings: JSON.stringify({}), file_prefix: centre.filePrefix, ...stamps,
      })
      .execute();
    const rows = sites.map((site): Insertable<SiteTable> => ({
      id: randomUUID(), centre_id: centreId, name: JSON.stringify(site.name), type: site.type, address: JSON.stringify(site.address),
      address_hidden: site.addressHidden, phone: site.phone ?? null, hours: JSON.stringify(site.hours), languages: site.languages,
      accessible: site.accessible ?? null, ...stamps,
    }));
    await tx.insertInto('site').values(rows).execute();
    if (switchedOff.length > 0) {
      await tx.insertInto('centre_switch').values(switchedOff.map((off) => ({ ...off, centre_id: centreId, enabled: false }))).execute();
    }
    await tx
      .insertInto('staff_member')
      .values({
        id: staffId, centre_id: centreId, site_id: rows[0]?.id ?? null, email_mac: emailMac(house.vault, coordinator.email),
        sealed_identity: sealStaffIdentity(house.vault, staffId, { name: coordinator.name, email: coordinator.email }),
        roles: ['coordinator'], status: 'active', expires_on: null, language: coordinator.language, ...stamps,
      })
      .execute();
    await tx
      .insertInto('staff_credential')
      .values({
        staff_id: staffId, passphrase_hash: await hashPassphrase(coordinator.passphrase), sealed_totp: sealSeed(house.vault, staffId, coordinator.seed),
        totp_last_step: step, changed_at: now,
      })
      .execute();
    await tx.updateTable('house').set({ setup_completed_at: now }).execute();
    return { result: { centreId, staffId, siteIds: rows.map((row) => row.id) }, audit: { subjectId: centreId, centreId, fields: ['centre', 'sites', 'coordinator'] } };
  },
});
