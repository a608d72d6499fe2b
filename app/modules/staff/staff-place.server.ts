import type { OperationContext } from '#platform/operations/operation.server.ts';
import { fieldProblem } from '#platform/problem.ts';
import type { CentreTables } from '#modules/centres/index.server.ts';
import type { StaffTables } from './staff.tables.server.ts';

/** A colleague's site must be an open site of the same centre. @throws `field.not-in-list` on `siteId` */
export async function checkStaffPlace(
  { on, actor }: OperationContext<StaffTables>,
  siteId: string | undefined,
): Promise<void> {
  if (siteId === undefined) return;
  const site = await on<CentreTables>()
    .selectFrom('site')
    .select('id')
    .where('id', '=', siteId)
    .where('centre_id', '=', actor.centre?.id ?? '')
    .where('active', '=', true)
    .executeTakeFirst();
  if (!site) throw fieldProblem('siteId', 'not-in-list');
}
