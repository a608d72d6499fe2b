import { type Actor, roles, type StaffActor, type StaffRole } from '#platform/actor.ts';
import type { Policy } from '#platform/policy/policy.ts';
import { readExpectedAnswers, type Standing } from '../../checks/authorisation/expected-answers.ts';
import { inFreshSession } from '../../checks/authorisation/world.testing.ts';
import { type DoorWorld, openDoors } from '../../checks/doors/door-world.testing.ts';
import { createExpectation, readFields } from './expected-fields.ts';
import { type FieldDoor, fieldDoors } from './field-doors.server.ts';
import { createLot } from './lot.ts';
import { makeMarkedPerson, type MarkedPerson } from './marked-person.server.ts';
import { withTestServers } from './shards.server.ts';
import type { TrustCheck, TrustOutcome, TrustRun } from './trust-check.ts';

/** A word of its own in every field of a person, and who gets which of them by which door. */
export const check: TrustCheck = {
  name: 'fields',
  promise:
    'no field of a person leaves by a door, to a role, that the hand-kept table of fields does not name',
  unit: 'fields',
  counts: { fast: 15_000, night: 60_000, small: 6_000 },
  faults: ['list-with-note', 'wall-down', 'sees-as-counsellor'],
  run: (run) => withTestServers(() => tryFields(run)),
};

const standings: Standing[] = ['centre', 'linked', 'own', 'reader', 'restricted', 'other-centre'];

async function tryFields(run: TrustRun): Promise<TrustOutcome> {
  const lot = createLot(run.seed);
  const world = await openDoors();
  const doors = await fieldDoors();
  const people = createPeople(world);
  await plant(run.fault, world, doors, people);
  const expectation = createExpectation(readFields(), readExpectedAnswers());
  const faults: string[] = [];
  let done = 0;
  let found = 0;
  const all = roles.flatMap((role) =>
    standings.flatMap((standing) => doors.map((door) => ({ role, standing, door }))),
  );
  const began = Date.now();
  // A seldom door is drawn as often as a busy one; what is beyond all is drawn anew.
  for (
    let draws = lot.shuffled(all);
    done < run.count;
    draws = draws.length > 0 ? draws : lot.shuffled(all)
  ) {
    const next = draws.pop();
    if (!next) continue;
    const { role, standing, door } = next;
    const person = await people.of(role, standing);
    const asker = (await inFreshSession(world.house, world.askers[role])) as StaffActor;
    const text = await door.ask(world, person, asker);
    for (const [field, word] of Object.entries(person.words)) {
      done += 1;
      const leaves = text.includes(word);
      if (leaves) found += 1;
      const promised = expectation(field, door.act, standing, role);
      if (leaves && promised === 'never') faults.push(`${door.name}: ${field} went to ${role}, ${standing}`);
      if (!leaves && promised === 'must')
        faults.push(`${door.name}: ${field} did not reach ${role}, ${standing}`);
    }
    if (done % 10_000 < 20)
      run.tell(`${done} of ${run.count} after ${Math.round((Date.now() - began) / 1_000)} s`);
  }
  await world.house.close();
  return {
    done,
    wrong: faults.length,
    faults: faults.slice(0, 20),
    figures: { doors: String(doors.length), 'fields that did leave, rightly': String(found - faults.length) },
  };
}

type People = ReturnType<typeof createPeople>;

/** One marked person for each role and standing, made when first asked for. */
function createPeople(world: DoorWorld) {
  const made = new Map<string, Promise<MarkedPerson>>();
  const list: MarkedPerson[] = [];
  return {
    list,
    of(role: StaffRole, standing: Standing): Promise<MarkedPerson> {
      const name = `${role} ${standing}`;
      const known =
        made.get(name) ??
        makeMarkedPerson(world, standing, world.askers[role]).then((person) => {
          list.push(person);
          return person;
        });
      made.set(name, known);
      return known;
    },
  };
}

async function plant(
  fault: string | undefined,
  world: DoorWorld,
  doors: FieldDoor[],
  people: People,
): Promise<void> {
  const { house } = world;
  if (fault === 'list-with-note') {
    // As if a list had been given one column too many.
    for (const door of doors.filter(({ act }) => act?.endsWith('.list'))) {
      const { ask } = door;
      door.ask = async (...given) =>
        (await ask(...given)) + people.list.map(({ words }) => words['note']).join();
    }
  }
  if (fault === 'wall-down') {
    for (const table of ['client', 'client_identity', 'contact', 'contact_client', 'follow_up', 'arrival'])
      await house.admin.query(
        `alter table serai.${table} no force row level security, disable row level security`,
      );
  }
  if (fault === 'sees-as-counsellor') {
    const { decide, mayEver } = house.policy;
    const as = (actor: Actor): Actor => ({ ...actor, roles: ['counsellor'] });
    const policy: Policy = {
      ...house.policy,
      mayEver: (actor, action) => mayEver(as(actor), action),
      decide: (actor, action, relations) => decide(as(actor), action, relations),
    };
    Object.assign(house, { policy });
  }
}
