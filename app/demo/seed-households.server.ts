import { addMember } from '#modules/households/operations/add-member.server.ts';
import { openHousehold } from '#modules/households/operations/open-household.server.ts';
import { setGuardian } from '#modules/households/operations/set-guardian.server.ts';
import { listClients } from '#modules/clients/queries/list-clients.query.server.ts';
import type { ClientSummary } from '#modules/clients/client-summary.server.ts';
import { startScan } from '#modules/duplicates/operations/start-scan.server.ts';
import { scanDuplicates } from '#modules/duplicates/scan-duplicates.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isTold } from './is-told.server.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

const families = 6;
const mostYearsApart = 12;

/** A few families among the people of the demo, a guardian for each of their children, and one look for duplicates. */
export async function seedHouseholds(house: House, seed: string, centre: DemoCentre): Promise<void> {
  const coordinator = centre.staff.get('coordinator');
  const counsellor = centre.staff.get('counsellor1');
  if (!coordinator || !counsellor) return;
  // The scan comes last: where there was one, all of this was told.
  if (await isTold(house, coordinator, 'duplicate_scan')) return;
  const key = (what: string) => ({ idempotencyKey: `${seed}/household/${what}` });
  const people = await someOf(house, counsellor);
  const adults = people.filter(({ minor, age }) => !minor && age !== undefined);
  const children = people.filter(({ minor }) => minor);
  for (let told = 0; told < families; told += 1) {
    const head = adults.shift();
    if (!head) break;
    const { householdId } = await execute(
      house,
      openHousehold,
      counsellor,
      { clientId: head.id },
      key(`${told}`),
    );
    const join = (clientId: string, relation: string) =>
      execute(house, addMember, counsellor, { householdId, clientId, relation }, key(`${told}/${relation}`));
    const spouse = adults.findIndex(
      ({ sex, age }) => sex !== head.sex && Math.abs((age ?? 0) - (head.age ?? 0)) <= mostYearsApart,
    );
    if (spouse >= 0) await join(adults.splice(spouse, 1)[0]?.id ?? '', 'spouse');
    const child = children.shift();
    if (!child || (head.age ?? 0) - (child.age ?? 0) < 16) continue;
    await join(child.id, 'child');
    const guardian = { childId: child.id, guardianId: head.id, relation: 'parent', assent: true };
    await execute(house, setGuardian, counsellor, guardian, key(`${told}/guardian`));
  }
  await execute(house, startScan, coordinator, {});
  await scanDuplicates(house, coordinator.centre.id);
}

async function someOf(house: House, counsellor: StaffActor): Promise<ClientSummary[]> {
  const people: ClientSummary[] = [];
  let after: string | undefined;
  for (let page = 0; page < 4; page += 1) {
    const answer = await read(house, listClients, counsellor, { ...(after && { after }) });
    people.push(...answer.people.filter(({ restricted }) => !restricted));
    after = answer.next;
    if (!after) break;
  }
  return people;
}
