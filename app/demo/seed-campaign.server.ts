import type { Kysely } from 'kysely';
import type { AttemptOutcome } from '#modules/contacts/campaign.ts';
import { openCalls } from '#modules/contacts/operations/open-calls.server.ts';
import { recordCall } from '#modules/contacts/operations/record-call.server.ts';
import { campaignResults } from '#modules/contacts/queries/campaign-results.query.server.ts';
import { listCalls } from '#modules/contacts/queries/list-calls.query.server.ts';
import { mintSession } from '#modules/staff/session.server.ts';
import type { StaffTables } from '#modules/staff/staff.tables.server.ts';
import type { JobActor, StaffActor } from '#platform/actor.ts';
import { decisionAfter } from '#platform/code-lists/contact-lists.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { demoCentre } from './demo-centre.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

const weeks = 9;
const hours = ['10:20', '14:40'];

/** The calls about people's decisions of the last two months: opened week by week, most of them made, some still open. */
export async function seedCampaign(
  house: House,
  seed: string,
  centre: DemoCentre,
  today: string,
): Promise<void> {
  const coordinator = centre.staff.get('coordinator');
  if (!coordinator) return;
  const { rounds } = await read(house, campaignResults, coordinator, {});
  // Told before: a seeding that is called again goes on with what comes after.
  if (rounds.some(({ ended }) => ended > 0)) return;
  const job = await nightActor(house, coordinator);
  const random = seededRandom(`${seed}/campaign`);
  for (let week = weeks; week >= 0; week -= 1) {
    const day = addDays(today, -7 * week);
    const night = zonedTime(day, '02:10', demoCentre.timeZone);
    await execute(houseAt(house, night), openCalls, job, {});
    if (week === 0) continue;
    for (const hour of hours)
      await callSome(house, centre, coordinator, zonedTime(day, hour, demoCentre.timeZone), random);
  }
}

async function callSome(
  house: House,
  centre: DemoCentre,
  coordinator: StaffActor,
  at: Date,
  random: SeededRandom,
): Promise<void> {
  const then = houseAt(house, at);
  const { calls } = await read(then, listCalls, coordinator, { whose: 'all' });
  const team = new Map([...centre.staff.values()].map((actor) => [actor.staffId, actor]));
  for (const call of calls) {
    const caller = team.get(call.assignedTo.id);
    if (!caller || !call.reach.allowed || !random.chance(0.6)) continue;
    const outcome = outcomeOf(random);
    const before = call.likelihoodBefore;
    await execute(then, recordCall, caller, {
      callId: call.id,
      version: call.version,
      outcome,
      ...(outcome === 'reached' && {
        minutes: random.int(4, 15),
        ...(random.chance(0.85) && { decision: random.pick(decisionAfter.codes) }),
        ...(before !== null && { likelihoodNow: Math.max(0, before - random.int(-1, 4)) }),
        ...(random.chance(0.8) && { knowsWhomToContact: random.chance(0.7) }),
      }),
    });
  }
}

function outcomeOf(random: SeededRandom): AttemptOutcome {
  const dice = random.next();
  if (dice < 0.52) return 'reached';
  if (dice < 0.82) return 'not_reached';
  if (dice < 0.9) return 'other_person';
  if (dice < 0.94) return 'call_back';
  if (dice < 0.96) return 'declined';
  return dice < 0.98 ? 'wrong_number' : 'asked_not_to_be_called';
}

/** The night's own session; the wall of the database goes by the real clock, whatever night is being told. */
async function nightActor(house: House, { centre }: StaffActor): Promise<JobActor> {
  const { id, token } = await mintSession(house.databases.auth as Kysely<StaffTables>, {
    kind: 'job',
    staffId: null,
    centreId: centre.id,
    siteId: null,
    roles: ['job'],
    now: house.clock.now(),
    lasts: 3_600_000,
  });
  return { kind: 'job', roles: ['job'], sessionToken: token, sessionId: id, centre };
}
