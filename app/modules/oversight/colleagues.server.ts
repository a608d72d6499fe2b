import type { Transaction } from 'kysely';
import type { StaffTables } from '#modules/staff/index.server.ts';
import type { Colleague } from './reviewers.ts';

/** Everybody who works at the centre now. */
export const activeColleagues = (tx: Transaction<StaffTables>): Promise<Colleague[]> =>
  tx
    .selectFrom('staff_member')
    .select(['id', 'roles'])
    .where('status', '=', 'active')
    .orderBy('id')
    .execute();
