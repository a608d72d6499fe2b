import type { Code } from '#platform/code-lists/code-lists.ts';
import { addDays } from '#platform/language/local-day.ts';
import type { PlannedChange } from './demo-plan.ts';
import type { RegisterInput } from './plan-person.ts';
import { seededRandom } from './seeded-random.ts';

export type ConsentPurpose = Code<'consentPurpose'>;

interface Given {
  seed: string;
  person: number;
  input: RegisterInput;
  /** ISO day of registration. */
  day: string;
  counsellor: string;
  inHousehold: boolean;
  /** Nothing happens on or after this day. */
  until: string;
  momentOn(day: string, minute: number): number;
}

const nextStage: Record<string, RegisterInput['stage']> = {
  potential: 'intending',
  intending: 'outgoing',
  outgoing: 'at_destination',
  in_transit: 'at_destination',
  at_destination: 'returned',
};

/** What becomes of a file after it was opened: consents taken back, a new phone, a stage further, closed to most. */
export function planChanges({
  seed,
  person,
  input,
  day,
  counsellor,
  inHousehold,
  until,
  momentOn,
}: Given): PlannedChange[] {
  const random = seededRandom(`${seed}/changes/${person}`);
  const changes: PlannedChange[] = [];
  const add = (after: [number, number], change: PlannedChange['change']) => {
    const on = weekday(addDays(day, random.int(...after)));
    if (on < until)
      changes.push({ kind: 'change', at: momentOn(on, random.int(15, 380)), person, by: counsellor, change });
  };
  const { decisions } = input.consent;
  if (!inHousehold && decisions.service_and_record === 'given' && random.chance(0.003)) {
    add([1, 1], {
      what: 'restrict',
      reason: random.pick([
        'The person asked that only two colleagues know.',
        'Somebody in the neighbourhood is looking for the person.',
        'A relative works in this building.',
      ]),
    });
  }
  if (random.chance(0.06) && nextStage[input.stage])
    add([20, 260], { what: 'update', input: { ...input, stage: nextStage[input.stage] ?? input.stage } });
  if (random.chance(0.03) && input.phones?.[0]) {
    add([20, 260], {
      what: 'phone',
      phones: [{ ...input.phones[0], number: `0398 ${String(person + 1000).padStart(7, '0')}` }],
    });
  }
  if (random.chance(0.025)) {
    const purposes = (['contact_by_phone', 'contact_by_message'] as const).filter(
      (purpose) => decisions[purpose] === 'given',
    );
    if (purposes.length > 0)
      add([10, 220], {
        what: 'withdraw',
        purposes,
        ...(random.chance(0.5) && { reason: 'Another person reads the messages now.' }),
      });
  } else if (random.chance(0.008)) {
    add([10, 220], { what: 'withdraw', purposes: ['service_and_record'] });
  }
  if (random.chance(0.1)) add([5, 120], { what: 'card' });
  return changes.sort((a, b) => a.at - b.at);
}

/** The same day, or the Monday after when it falls on a Sunday. */
export const weekday = (day: string): string =>
  new Date(`${day}T12:00:00Z`).getUTCDay() === 0 ? addDays(day, 1) : day;
