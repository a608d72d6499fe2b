import { addDays } from '#platform/language/local-day.ts';
import type { PlannedFollowUp, PlannedOutcome } from './demo-plan.ts';
import { weekday } from './plan-changes.ts';
import type { SeededRandom } from './seeded-random.ts';
import { daysBetween } from './working-days.ts';

interface Given {
  talk: number;
  by: string;
  /** ISO day of the talk. */
  day: string;
  /** The demo's own today. */
  today: string;
  ways: readonly PlannedFollowUp['way'][];
  momentOn(day: string, minute: number): number;
}

const notes = [
  'Ask whether the agency sent the licence number.',
  'Did the employer answer the letter?',
  'Bring the birth papers.',
  'Result of the appointment?',
  'Check whether the school has taken the children.',
  'Call after the family has talked.',
  'Passport renewal done?',
  'Second talk, same room.',
];

/** A promise to come back, and what became of it. Those of the last weeks are still open: some overdue, some for today. */
export function planFollowUp(
  random: SeededRandom,
  given: Given,
): { followUp: PlannedFollowUp; outcomes: PlannedOutcome[] } {
  const { talk, by, day, today, ways, momentOn } = given;
  const age = daysBetween(day, today);
  const forToday = age >= 7 && age <= 45 && random.chance(0.12);
  const dueOn = forToday ? today : weekday(addDays(day, random.pick([7, 7, 14, 14, 21, 30, 30, 30, 60])));
  const followUp: PlannedFollowUp = {
    dueOn,
    way: random.pick(ways),
    ...(random.chance(0.7) && { note: random.pick(notes) }),
  };
  const outcomes: PlannedOutcome[] = [];
  if (forToday) return { followUp, outcomes };
  let due = dueOn;
  if (random.chance(0.06) && dueOn < today) {
    due = weekday(addDays(dueOn, random.int(3, 10)));
    outcomes.push({
      kind: 'outcome',
      at: momentOn(dueOn, random.int(20, 300)),
      talk,
      by,
      version: 1,
      to: { movedTo: due },
    });
  }
  const leftOpen = daysBetween(due, today) <= 21 && random.chance(0.35);
  const closedOn = weekday(addDays(due, random.pick([0, 0, 0, 1, 2])));
  if (!leftOpen && closedOn < today) {
    const outcome = random.weighted({
      reached: 70,
      not_reached: 18,
      no_longer_needed: 9,
      client_declined: 3,
    });
    outcomes.push({
      kind: 'outcome',
      at: momentOn(closedOn, random.int(310, 420)),
      talk,
      by,
      version: outcomes.length + 1,
      to: { outcome },
    });
  }
  return { followUp, outcomes };
}
