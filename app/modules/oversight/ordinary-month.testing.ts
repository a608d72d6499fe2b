import { seededRandom, type SeededRandom } from '#app/demo/seeded-random.ts';
import { habitOf, type Look, type ReadingDay, type ReadingLimits, type Usual } from './unusual-reading.ts';

/** As the settings come. */
export const usualLimits: ReadingLimits = {
  sweepFiles: 20,
  unlinkedFiles: 8,
  hoursSlack: 90,
  restrictedLooks: 8,
};

interface Worker {
  id: string;
  role: string;
  /** Files opened on a usual day, and the part of them without a link. */
  files: number;
  unlinked: number;
}

/** Eight people at work, as small centres have them. */
const workers: Worker[] = [
  { id: 'coordinator', role: 'coordinator', files: 9, unlinked: 0.35 },
  { id: 'counsellor-1', role: 'counsellor', files: 14, unlinked: 0.08 },
  { id: 'counsellor-2', role: 'counsellor', files: 12, unlinked: 0.1 },
  { id: 'counsellor-3', role: 'counsellor', files: 17, unlinked: 0.06 },
  { id: 'caseworker', role: 'caseworker', files: 10, unlinked: 0.05 },
  { id: 'outreach', role: 'outreach_officer', files: 4, unlinked: 0.1 },
  { id: 'hotline', role: 'hotline_operator', files: 8, unlinked: 0.15 },
  { id: 'volunteer', role: 'volunteer', files: 3, unlinked: 0 },
];

const start = Date.UTC(2026, 2, 1);
const dayLength = 86_400_000;

/**
 * Weeks of work in a centre that is open from Monday to Friday, 9 to 17: busy days after a holiday, one who stays late now and
 * then, namesakes among the people served, a restricted person who is looked after. `plant` adds looks to a day.
 */
export function* ordinaryDays(
  weeks: number,
  seed: string,
  plant: (day: number, at: (hour: number) => number) => Look[] = () => [],
  limits: ReadingLimits = usualLimits,
): Generator<ReadingDay> {
  const random = seededRandom(seed);
  const habits = new Map<
    string,
    { filesAnHour: number[]; searchesAnHour: number[]; unlinkedADay: number[] }
  >();
  const restricted: { staffId: string; clientId: string; day: number }[] = [];
  let seq = 0;
  for (let day = 0; day < weeks * 7; day += 1) {
    const weekday = day % 7;
    const at = (hour: number) => start + day * dayLength + hour * 3_600_000;
    const atWork = weekday >= 1 && weekday <= 5;
    const planted = plant(day, at);
    const looks = [
      ...(atWork ? workers.flatMap((worker) => dayOf(random, worker, weekday, at)) : []),
      ...planted,
    ]
      .toSorted((a, b) => a.at - b.at)
      .map((look) => ({ ...look, seq: (seq += 1) }));
    const usual = new Map<string, Usual>(habits);
    yield {
      day: new Date(at(0)).toISOString().slice(0, 10),
      weekday,
      looks,
      usual,
      open: new Map(
        workers.map(({ id }) => [id, [1, 2, 3, 4, 5].map((open) => ({ day: open, from: 540, to: 1020 }))]),
      ),
      minuteOf: (instant) => Math.floor((instant - at(0)) / 60_000),
      emergencies: looks
        .filter(({ action }) => action === 'break-glass.open')
        .map(({ staffId, at: when }) => ({ staffId, at: when })),
      earlierRestricted: restricted.filter((each) => each.day > day - 7),
      served: new Set(['caseworker/closed-1']),
      limits,
    };
    for (const [staffId, of] of Map.groupBy(looks, (look) => look.staffId)) {
      const habit = habits.get(staffId) ?? { filesAnHour: [], searchesAnHour: [], unlinkedADay: [] };
      const { files, searches, unlinked } = habitOf(of);
      habit.filesAnHour.push(files);
      habit.searchesAnHour.push(searches);
      habit.unlinkedADay.push(unlinked);
      habits.set(staffId, habit);
    }
    for (const { staffId, clientId, restricted: closed } of looks)
      if (closed && clientId) restricted.push({ staffId, clientId, day });
  }
}

function dayOf(random: SeededRandom, worker: Worker, weekday: number, at: (hour: number) => number): Look[] {
  const busy = weekday === 1 ? 1.6 : 1;
  const count = Math.round(worker.files * busy * (0.6 + random.next() * 0.8));
  const looks: Look[] = [];
  const base = { seq: 0, staffId: worker.id, roles: [worker.role] };
  for (let each = 0; each < count; each += 1) {
    // One in two hundred is finished after closing.
    const hour = random.chance(0.005) ? 17 + random.next() * 1.4 : 9 + random.next() * 8;
    const closed = worker.role === 'caseworker' && random.chance(0.1);
    const linked = closed || !random.chance(worker.unlinked);
    const clientId = closed ? 'closed-1' : `person-${random.int(1, 3_000)}`;
    looks.push({ ...base, at: at(hour), action: 'client.find', linked: true });
    // A file is opened, and often again to write into it.
    for (let again = 0; again < (random.chance(0.4) ? 2 : 1); again += 1) {
      looks.push({
        ...base,
        at: at(hour) + 60_000 * (1 + again * 12),
        action: 'client.view',
        clientId,
        linked,
        restricted: closed,
        sameFamily: random.chance(0.002),
      });
    }
  }
  return looks;
}
