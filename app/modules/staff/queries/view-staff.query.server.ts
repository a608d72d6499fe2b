import { z } from 'zod';
import type { StaffRole } from '#platform/actor.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { unsealStaffIdentity } from '../staff-identity.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

export interface StaffView {
  id: string;
  name: string;
  email: string;
  roles: StaffRole[];
  status: 'invited' | 'active' | 'disabled';
  siteId: string | null;
  language: string;
  expiresOn: string | null;
  lastSignInOn: string | null;
  createdAt: Date;
  leftAt: Date | null;
  version: number;
  /** The open link, if any: what it is for and until when. */
  link: { kind: 'join' | 'second_factor'; expiresAt: Date } | null;
  isSelf: boolean;
  /** Where they are signed in now, and how many passkeys they have: numbers only. */
  sessions: number;
  passkeys: number;
}

/** One colleague of the centre. */
export const viewStaff = queriesOn<StaffTables>()({
  name: 'staff.view',
  params: z.object({ staffId: z.uuid() }),
  subject: 'staff',
  audit: 'viewed',
  async run({ house, actor, tx, now }, { staffId }) {
    const row = await tx.selectFrom('staff_member').selectAll().where('id', '=', staffId).executeTakeFirst();
    if (!row || row.status === 'program') return undefined;
    const link = await tx
      .selectFrom('invitation')
      .select(['kind', 'expires_at'])
      .where('staff_id', '=', staffId)
      .where('used_at', 'is', null)
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirst();
    const { sessions } = await tx
      .selectFrom('session')
      .select(({ fn }) => fn.countAll<number>().as('sessions'))
      .where('staff_id', '=', staffId)
      .where('kind', '=', 'staff')
      .where('ended_at', 'is', null)
      .where('expires_at', '>', now)
      .executeTakeFirstOrThrow();
    const { passkeys } = await tx
      .selectFrom('passkey')
      .select(({ fn }) => fn.countAll<number>().as('passkeys'))
      .where('staff_id', '=', staffId)
      .executeTakeFirstOrThrow();
    const { name, email } = unsealStaffIdentity(house.vault, row.id, row.sealed_identity);
    const answer: StaffView = {
      id: row.id,
      name,
      email,
      roles: row.roles,
      status: row.status,
      siteId: row.site_id,
      language: row.language,
      expiresOn: row.expires_on,
      lastSignInOn: row.last_sign_in_on,
      createdAt: row.created_at,
      leftAt: row.left_at,
      version: row.version,
      link: link ? { kind: link.kind, expiresAt: link.expires_at } : null,
      isSelf: row.id === actor.staffId,
      sessions,
      passkeys,
    };
    return { answer, viewed: { subjectId: row.id } };
  },
});
