import { type ClientTables, fileMergedAway, relationsToClient } from '#modules/clients/index.server.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { Relation } from '#platform/policy/policy.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import type { GuardianshipRow, HouseholdRow, HouseholdTables, MemberRow } from './household.tables.server.ts';

type Context = OperationContext<HouseholdTables>;

/** The file, locked against a merge or an erasure in between; undefined when out of the actor's reach. */
export async function loadPerson(
  { on }: Context,
  clientId: string,
): Promise<{ id: string; centre_id: string } | undefined> {
  const row = await on<ClientTables>()
    .selectFrom('client')
    .select(['id', 'centre_id', 'merged_into'])
    .where('id', '=', clientId)
    .forShare()
    .executeTakeFirst();
  if (row?.merged_into) throw fileMergedAway();
  return row;
}

/** A household that the actor sees somebody of, locked. */
export async function loadHousehold({ tx }: Context, householdId: string): Promise<HouseholdRow | undefined> {
  const household = await tx
    .selectFrom('household')
    .selectAll()
    .where('id', '=', householdId)
    .forUpdate()
    .executeTakeFirst();
  const seen = await tx
    .selectFrom('household_member')
    .select('id')
    .where('household_id', '=', householdId)
    .limit(1)
    .executeTakeFirst();
  return seen && household;
}

export interface LoadedMember {
  member: MemberRow;
  household: HouseholdRow;
}

/** One member with the household, which is locked first: two changes of one household take turns. */
export async function loadMember(context: Context, memberId: string): Promise<LoadedMember | undefined> {
  const found = await context.tx
    .selectFrom('household_member')
    .select('household_id')
    .where('id', '=', memberId)
    .executeTakeFirst();
  const household = found && (await loadHousehold(context, found.household_id));
  const member =
    household &&
    (await context.tx
      .selectFrom('household_member')
      .selectAll()
      .where('id', '=', memberId)
      .where('until_on', 'is', null)
      .forUpdate()
      .executeTakeFirst());
  return household && member && { member, household };
}

export const loadGuardianship = ({ tx }: Context, id: string): Promise<GuardianshipRow | undefined> =>
  tx
    .selectFrom('guardianship')
    .selectAll()
    .where('id', '=', id)
    .where('until_on', 'is', null)
    .forUpdate()
    .executeTakeFirst();

export const relationsTo = ({ tx, actor, today }: Context, clientId: string): Promise<Relation[]> =>
  relationsToClient(tx, actor, clientId, today);

/** @throws Problem `households.closed` (409) */
export function checkOpen(household: HouseholdRow): void {
  if (household.closed_on !== null) throw new Problem('households.closed', 409);
}

/** A day that is not in the future. @throws `not-in-the-future` at the field */
export function dayUpTo(today: string, day: string | undefined, field: string): string {
  if (day !== undefined && day > today) throw fieldProblem(field, 'not-in-the-future');
  return day ?? today;
}
