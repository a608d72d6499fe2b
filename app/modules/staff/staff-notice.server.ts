import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { StaffNoticeKind, StaffTables } from './staff.tables.server.ts';

interface NewNotice {
  staffId: string;
  centreId: string;
  kind: StaffNoticeKind;
  by: string | null;
  now: Date;
  /** The file it is about. */
  clientId?: string;
  /** What it leads to. */
  subjectId?: string;
  /** How many it is about. */
  count?: number;
}

/** Tells a colleague what happened to their account, or to a file of theirs; shown at the next sign-in until read. */
export async function tellColleague(
  tx: Transaction<StaffTables>,
  { staffId, centreId, kind, by, now, clientId, subjectId, count }: NewNotice,
): Promise<void> {
  await tx
    .insertInto('staff_notice')
    .values({
      id: randomUUID(),
      centre_id: centreId,
      staff_id: staffId,
      kind,
      by_staff: by,
      at: now,
      read_at: null,
      client_id: clientId ?? null,
      subject_id: subjectId ?? null,
      count: count ?? null,
    })
    .execute();
}
