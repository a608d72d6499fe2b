import { sql } from 'kysely';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import type { StaffTables } from './staff.tables.server.ts';
import { requireStepUp } from './step-up.ts';

const role = 'network_administrator';

/**
 * The role that arranges centres: a coordinator gives it for the first time, with the second factor proven anew; as long
 * as somebody else holds it, only network administrators give and take it.
 * @throws Problem `staff.network-has-administrator` (409), `step-up.required`
 */
export async function guardNetworkRole(
  { actor, tx, now }: Pick<OperationContext<StaffTables>, 'actor' | 'tx' | 'now'>,
  change: { staffId?: string; before: readonly string[]; after: readonly string[] },
): Promise<void> {
  if (!change.before.includes(role) && !change.after.includes(role)) return;
  // Two coordinators at once cannot both be the first to give it.
  await sql`select pg_advisory_xact_lock(hashtextextended(${role}, 0))`.execute(tx);
  const { rows } = await sql`select 1 from staff_member
    where ${role} = any (roles) and status in ('active', 'invited') and id is distinct from ${change.staffId ?? null}::uuid
    limit 1`.execute(tx);
  if (rows.length > 0) throw new Problem('staff.network-has-administrator', 409);
  requireStepUp(actor, now);
}
