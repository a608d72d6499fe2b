import { sql } from 'kysely';
import { z } from 'zod';
import type { AuditTables } from '#modules/audit/audit.tables.server.ts';
import type { BackupTables } from '#modules/backups/backups.tables.server.ts';
import { settingOf } from '#modules/centres/index.server.ts';
import type { ClientTables } from '#modules/clients/index.server.ts';
import type { IntegrationTables } from '#modules/integrations/integration.tables.server.ts';
import { keptClasses } from '#modules/retention/index.server.ts';
import type { StaffTables } from '#modules/staff/index.server.ts';
import { roles } from '#platform/actor.ts';
import { consentPurpose } from '#platform/code-lists/consent-lists.ts';
import { readReport } from '#platform/doctor/doctor-report.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { readUnlockMode } from '#platform/vault/unlock-mode.server.ts';
import { coarseCount } from '../coarse-count.ts';

type Tables = ClientTables & StaffTables & IntegrationTables & BackupTables & AuditTables;

export type PrivacyImpact = Exclude<Awaited<ReturnType<typeof viewPrivacyImpact.run>>, undefined>['answer'];

/** What the assessment says of this centre today: settings, proofs and counts, nothing of any one person. */
export const viewPrivacyImpact = queriesOn<Tables>()({
  name: 'privacy-impact.view',
  params: z.object({}),
  subject: 'centre',
  audit: 'none',
  async run({ house, tx, actor, today }) {
    const settings = actor.centre?.settings;
    const publishThreshold = settingOf(settings, 'figures.publish-small-cell');
    const count = sql<number>`count(*)::int`;
    // Without restricted people for every reader: else two readers' papers would tell that there is one.
    const { n: people } = await tx
      .selectFrom('client')
      .select(count.as('n'))
      .where('restricted', '=', false)
      .where('merged_into', 'is', null)
      .executeTakeFirstOrThrow();
    const newest = tx
      .selectFrom('consent')
      .innerJoin('client', 'client.id', 'consent.client_id')
      .where('client.restricted', '=', false)
      .where('client.merged_into', 'is', null)
      .distinctOn(['consent.client_id', 'consent.purpose'])
      .select(['consent.purpose', 'consent.status', 'consent.valid_until'])
      .orderBy('consent.client_id')
      .orderBy('consent.purpose')
      .orderBy('consent.seq', 'desc');
    const agreed = await tx
      .selectFrom(newest.as('newest'))
      .select(['newest.purpose', count.as('n')])
      .where('newest.status', '=', 'given')
      .where((eb) => eb.or([eb('newest.valid_until', 'is', null), eb('newest.valid_until', '>=', today)]))
      .groupBy('newest.purpose')
      .execute();
    const colleagues = await tx
      .selectFrom('staff_member')
      .select('roles')
      .where('status', '=', 'active')
      .execute();
    const tokens = await tx
      .selectFrom('api_token')
      .select(count.as('n'))
      .where('revoked_at', 'is', null)
      .where('expires_on', '>=', today)
      .executeTakeFirstOrThrow();
    const webhooks = await tx
      .selectFrom('webhook')
      .select(count.as('n'))
      .where('stopped_at', 'is', null)
      .executeTakeFirstOrThrow();
    const copy = await tx
      .selectFrom('backup_run')
      .select('made_at')
      .where('problem', 'is', null)
      .orderBy('made_at', 'desc')
      .executeTakeFirst();
    const proof = await tx
      .selectFrom('restore_drill')
      .select('ended_at')
      .where('problem', 'is', null)
      .orderBy('ended_at', 'desc')
      .executeTakeFirst();
    const chain = await tx
      .selectFrom('audit_check')
      .select(['checked_at', sql<boolean>`findings::text = '[]'`.as('holds')])
      .orderBy('checked_at', 'desc')
      .executeTakeFirst();
    const report = await readReport(house.config.dataDir);
    const found = (level: string) =>
      report?.findings.filter((finding) => finding.level === level).length ?? 0;
    return {
      answer: {
        country: actor.centre?.country ?? '',
        people: coarseCount(people, publishThreshold),
        consents: consentPurpose.codes.map((purpose) => ({
          purpose,
          agreed: coarseCount(agreed.find((row) => row.purpose === purpose)?.n ?? 0, publishThreshold),
        })),
        kept: keptClasses(settings),
        roles: roles.map((role) => ({
          role,
          n: colleagues.filter((colleague) => colleague.roles.includes(role)).length,
        })),
        opening: readUnlockMode(house.config.dataDir),
        isExternal: house.config.databaseUrl !== undefined,
        lastCopy: copy?.made_at ?? null,
        lastProof: proof?.ended_at ?? null,
        chain: chain ? { at: chain.checked_at, holds: chain.holds } : null,
        doctor: report
          ? { at: new Date(report.at), danger: found('danger'), attention: found('attention') }
          : null,
        thresholds: { partners: settingOf(settings, 'figures.small-cell'), everybody: publishThreshold },
        idleMinutes: settingOf(settings, 'session.idle-minutes'),
        secondPerson: settingOf(settings, 'duplicates.second-person'),
        tokens: tokens.n,
        webhooks: settingOf(settings, 'integrations.webhooks') ? webhooks.n : 0,
        mail: house.config.smtpUrl !== undefined,
        provider: house.config.provider?.issuer ?? null,
      },
    };
  },
});
