import { z } from 'zod';
import {
  type ClientTables,
  clientLabels,
  relationsToClient,
  summariesOf,
} from '#modules/clients/index.server.ts';
import { namesOfStaff } from '#modules/staff/index.server.ts';
import { type QueryContext, queriesOn } from '#platform/operations/query.server.ts';
import { unsealGuardian } from '../guardian-seal.server.ts';
import { type GuardianState, guardianState, type HouseholdRelation } from '../household.ts';
import type { GuardianshipRow, HouseholdTables } from '../household.tables.server.ts';

/** Whoever may view a person's file reads their name; everybody else learns that somebody is there. */
export interface ShownPerson {
  id: string;
  name: string;
  fileNo: string;
}

export interface HouseholdMember {
  memberId: string;
  self: boolean;
  /** Undefined: somebody else of the household. */
  person: ShownPerson | undefined;
  relation: HouseholdRelation;
  fromOn: string;
  untilOn: string | undefined;
}

export interface ShownHousehold {
  id: string;
  closedOn: string | undefined;
  members: HouseholdMember[];
}

export interface ShownGuardian {
  id: string;
  person: ShownPerson | undefined;
  /** Somebody without a file. */
  outside: { name: string; phone?: string } | undefined;
  relation: string;
  assent: boolean;
  fromOn: string;
  setBy: string;
}

/**
 * With whom a person lives or travels, and who speaks for them. A member behind a wall is not in the answer at all, as
 * row security has it; of the others a name goes only to whoever may view that member's own file.
 */
export const householdOf = queriesOn<HouseholdTables>()({
  name: 'household.of',
  params: z.object({ clientId: z.uuid() }),
  subject: 'client',
  audit: 'viewed',
  async run(context, { clientId }) {
    const { house, actor, tx, today } = context;
    const [self] = await summariesOf(context.on<ClientTables>(), house.vault, [clientId], today);
    if (!self) return undefined;
    const rows = await tx
      .selectFrom('household_member as m')
      .innerJoin('household as h', 'h.id', 'm.household_id')
      .selectAll('m')
      .select('h.closed_on')
      .where('m.household_id', 'in', (own) =>
        own.selectFrom('household_member').select('household_id').where('client_id', '=', clientId),
      )
      .orderBy('h.opened_at', 'desc')
      .orderBy('m.from_on')
      .orderBy('m.id')
      .limit(200)
      .execute();
    const guardianRows = await tx
      .selectFrom('guardianship')
      .selectAll()
      .where('child_id', '=', clientId)
      .orderBy('set_at', 'desc')
      .execute();
    const wards = await tx
      .selectFrom('guardianship')
      .selectAll()
      .where('guardian_id', '=', clientId)
      .where('until_on', 'is', null)
      .execute();
    const others = [
      ...rows.map((row) => row.client_id),
      ...guardianRows.flatMap((row) => row.guardian_id ?? []),
      ...wards.map((row) => row.child_id),
    ];
    const people = await peopleMayView(context, [...new Set(others)]);
    const inForce = guardianRows.filter((row) => row.until_on === null);
    const names = await namesOfStaff(
      context,
      inForce.map((row) => row.set_by),
    );
    const minor = self.minor;
    const state: GuardianState = guardianState(
      minor,
      inForce.length,
      guardianRows.find((row) => row.ended_because !== null && row.ended_because !== 'merged')
        ?.ended_because ?? undefined,
    );
    const households = new Map<string, ShownHousehold>();
    for (const row of rows) {
      const shown = households.get(row.household_id) ?? {
        id: row.household_id,
        closedOn: row.closed_on ?? undefined,
        members: [],
      };
      shown.members.push({
        memberId: row.id,
        self: row.client_id === clientId,
        person: people.get(row.client_id),
        relation: row.relation,
        fromOn: row.from_on,
        untilOn: row.until_on ?? undefined,
      });
      households.set(row.household_id, shown);
    }
    return {
      relations: await relationsToClient(tx, actor, clientId, today),
      answer: {
        clientId,
        person: people.get(clientId),
        minor,
        guardianState: state,
        households: [...households.values()],
        guardians: await Promise.all(
          inForce.map((row) => shownGuardian(context, row, people, names.get(row.set_by) ?? '')),
        ),
        wards: wards.flatMap((row) => people.get(row.child_id) ?? []),
      },
      viewed: {
        subjectId: clientId,
        clientId,
        itemIds: [...people.keys()].filter((id) => id !== clientId),
        fields: ['household'],
      },
    };

    async function shownGuardian(
      given: QueryContext<HouseholdTables>,
      row: GuardianshipRow,
      seen: ReadonlyMap<string, ShownPerson>,
      setBy: string,
    ): Promise<ShownGuardian> {
      return {
        id: row.id,
        person: row.guardian_id ? seen.get(row.guardian_id) : undefined,
        outside: await unsealGuardian(given.house.vault, row),
        relation: row.relation,
        assent: row.assent,
        fromOn: row.from_on,
        setBy,
      };
    }
  },
});

/** Names of those whose own files the asker may view, by the rule of that page. */
async function peopleMayView(
  context: QueryContext<HouseholdTables>,
  ids: readonly string[],
): Promise<Map<string, ShownPerson>> {
  const { house, actor, tx, today } = context;
  const everybody = house.policy.decide(actor, 'client.view', ['centre']) !== undefined;
  const allowed: string[] = [];
  for (const id of ids) {
    const relations = everybody ? [] : await relationsToClient(tx, actor, id, today);
    if (everybody || house.policy.decide(actor, 'client.view', relations) !== undefined) allowed.push(id);
  }
  const labels = await clientLabels({ ...context, on: context.on }, allowed);
  return new Map([...labels].map(([id, { name, fileNo }]) => [id, { id, name, fileNo }]));
}
