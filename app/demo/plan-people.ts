import { demoStaff } from './demo-accounts.ts';
import type { PlannedChange, PlannedRegistration } from './demo-plan.ts';
import { planChanges } from './plan-changes.ts';
import { type InventedPerson, inventPerson, registrationOf } from './plan-person.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import type { TraditionName } from './traditions.ts';
import { spreadOver, type WorkingDay } from './working-days.ts';

export interface PlannedPerson {
  index: number;
  invented: InventedPerson;
  /** ISO day of registration. */
  day: string;
  counsellor: string;
  registration: PlannedRegistration;
  changes: PlannedChange[];
  /** Members of the household who were registered right after and are advised together with this person. */
  household: number[];
  /** Has a first talk of their own on the day of registration. */
  talksFirst: boolean;
  /** A second file of somebody who has one already. */
  again: boolean;
  /** From this day on no record is wanted. */
  gone?: string;
  /** From this day on no calls and messages. */
  silent?: string;
}

interface Given {
  seed: string;
  days: readonly WorkingDay[];
  today: string;
  count: number;
  momentOn(day: string, minute: number): number;
}

const counsellorsOf: Record<TraditionName, readonly string[]> = {
  pakistani: ['counsellor1', 'counsellor1', 'counsellor6', 'counsellor5'],
  afghan: ['counsellor2', 'counsellor2', 'counsellor5', 'counsellor1'],
  bengali: ['counsellor3', 'counsellor3', 'counsellor1'],
  arabic: ['counsellor4', 'counsellor4', 'counsellor2'],
  centralAsian: ['counsellor2', 'counsellor3', 'counsellor4'],
};

/** Everybody who has a file, in the order in which the files were opened. */
export function planPeople({ seed, days, today, count, momentOn }: Given): PlannedPerson[] {
  const people: PlannedPerson[] = [];
  for (const [index, day] of spreadOver(days, count).entries()) {
    const random = seededRandom(`${seed}/file/${index}`);
    const before = people[index - 1];
    const head = before && headOf(people, before);
    const joins =
      head &&
      head.day === day &&
      !before.again &&
      head.household.length < 3 &&
      random.chance(head.household.length > 0 ? 0.4 : 0.13);
    const again =
      !joins && index > 40 && random.chance(0.026) ? pickEarlier(random, people, index) : undefined;
    const options = {
      seed,
      day,
      ...(joins && { relative: head.invented }),
      ...(again && { again: again.invented }),
    };
    const invented = inventPerson(index, options);
    const counsellor = joins ? head.counsellor : random.pick(counsellorsOf[invented.tradition]);
    const site = joins ? head.registration.site : (demoStaff.find(({ id }) => id === counsellor)?.site ?? 0);
    const input = registrationOf(index, invented, options);
    const atDesk = again !== undefined || (!joins && random.chance(0.3));
    const registration: PlannedRegistration = {
      kind: 'registration',
      person: index,
      site,
      at: joins
        ? before.registration.at + random.int(3, 6) * 60_000
        : momentOn(day, Math.floor(25 + 330 * random.next() ** 1.3)),
      by: atDesk ? (site === 1 ? 'reception2' : 'reception1') : counsellor,
      input: atDesk ? { ...input, assignToMe: false } : input,
      card: random.chance(0.28),
      toldApart: again === undefined && random.chance(0.75),
    };
    const changes = again
      ? []
      : planChanges({
          seed,
          person: index,
          input,
          day,
          counsellor,
          inHousehold: Boolean(joins),
          until: today,
          momentOn,
        });
    const person: PlannedPerson = {
      index,
      invented,
      day,
      counsellor,
      registration,
      changes,
      household: [],
      talksFirst: !joins && again === undefined && random.chance(0.97),
      again: again !== undefined,
      ...withdrawals(changes),
    };
    if (joins) {
      head.household.push(index);
      // A file that only some may open is not advised in company.
      head.changes = head.changes.filter(({ change }) => change.what !== 'restrict');
    }
    people.push(person);
  }
  return people;
}

const headOf = (people: readonly PlannedPerson[], person: PlannedPerson): PlannedPerson =>
  people.find((each) => each.day === person.day && each.household.includes(person.index)) ?? person;

function pickEarlier(
  random: SeededRandom,
  people: readonly PlannedPerson[],
  index: number,
): PlannedPerson | undefined {
  const person = people[random.int(0, index - 20)];
  return person && !person.again && person.household.length === 0 && index - person.index > 10
    ? person
    : undefined;
}

function withdrawals(changes: readonly PlannedChange[]): Pick<PlannedPerson, 'gone' | 'silent'> {
  const dayOf = (purpose: string) =>
    changes.find(
      ({ change }) => change.what === 'withdraw' && change.purposes.some((each) => each === purpose),
    )?.at;
  const gone = dayOf('service_and_record');
  const silent = dayOf('contact_by_phone') ?? dayOf('contact_by_message');
  const iso = (at: number) => new Date(at).toISOString().slice(0, 10);
  return {
    ...(gone !== undefined && { gone: iso(gone) }),
    ...(silent !== undefined && { silent: iso(silent) }),
  };
}
