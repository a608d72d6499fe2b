import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import { unsealStaffIdentity } from '../staff-identity.server.ts';
import type { StaffNoticeKind, StaffTables } from '../staff.tables.server.ts';

export interface OwnNotice {
  kind: StaffNoticeKind;
  at: Date;
  byName: string | null;
  count: number | null;
  clientId: string | null;
  subjectId: string | null;
}

export interface OwnAccount {
  name: string;
  email: string;
  language: string;
  calendar: string | null;
  siteId: string | null;
  expiresOn: string | null;
  /** What happened to the account and was not read yet, newest first. */
  notices: OwnNotice[];
}

/** One's own account. */
export const viewAccount = queriesOn<StaffTables>()({
  name: 'staff.account',
  params: z.object({}),
  subject: 'staff',
  audit: 'none',
  async run({ house, actor, tx }) {
    const row = await tx
      .selectFrom('staff_member')
      .selectAll()
      .where('id', '=', actor.staffId ?? '')
      .executeTakeFirst();
    if (!row) return undefined;
    const notices = await tx
      .selectFrom('staff_notice')
      .leftJoin('staff_member', 'staff_member.id', 'staff_notice.by_staff')
      .where('staff_notice.staff_id', '=', row.id)
      .where('read_at', 'is', null)
      .orderBy('at', 'desc')
      .limit(20)
      .select(['kind', 'at', 'by_staff', 'count', 'client_id', 'subject_id', 'staff_member.sealed_identity'])
      .execute();
    const { name, email } = unsealStaffIdentity(house.vault, row.id, row.sealed_identity);
    const answer: OwnAccount = {
      name,
      email,
      language: row.language,
      calendar: row.calendar,
      siteId: row.site_id,
      expiresOn: row.expires_on,
      notices: notices.map((notice) => ({
        kind: notice.kind,
        at: notice.at,
        count: notice.count,
        clientId: notice.client_id,
        subjectId: notice.subject_id,
        byName:
          notice.by_staff && notice.sealed_identity
            ? unsealStaffIdentity(house.vault, notice.by_staff, notice.sealed_identity).name
            : null,
      })),
    };
    return { answer, relations: ['self'] };
  },
});
