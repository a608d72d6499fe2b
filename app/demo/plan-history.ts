import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { demoReceptionists, demoStaff } from './demo-accounts.ts';
import { demoCentre, demoSites } from './demo-centre.ts';
import type { DemoPlan, PlannedArrival, PlannedEpisode, PlannedTalk } from './demo-plan.ts';
import { planFollowUp } from './plan-follow-up.ts';
import { type PlannedPerson, planPeople } from './plan-people.ts';
import { planHeadCount, planTalk } from './plan-talk.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { spreadOver, workingDays } from './working-days.ts';

export interface DemoSize {
  people: number;
  contacts: number;
}

/** Days that the demo looks back: a year and a half. */
export const demoDays = 548;
const anonymousShare = 0.33;

/**
 * The whole life of the demo centre until the evening before `today`. Pure: the same seed, day and size give the same
 * plan, so that a seeding that was broken off goes on where it was.
 * @param today ISO day; nothing is planned for it
 */
export function planHistory(seed: string, today: string, size: DemoSize): DemoPlan {
  const firstDay = addDays(today, -demoDays);
  const days = workingDays(firstDay, today);
  const momentOn = (day: string, minute: number) =>
    zonedTime(day, '09:00', demoCentre.timeZone).getTime() + minute * 60_000;
  const people = planPeople({ seed, days, today, count: size.people, momentOn });
  const episodes: PlannedEpisode[] = [
    ...people.flatMap(({ registration, changes }) => [registration, ...changes]),
    ...planTalks(),
  ];
  episodes.sort((a, b) => a.at - b.at);
  return {
    people: people.length,
    episodes,
    writes: episodes.reduce((sum, episode) => sum + writesOf(episode), 0),
  };

  function planTalks(): PlannedEpisode[] {
    const dayOfTalk = spreadOver(days, size.contacts);
    const newcomers = new Map<string, PlannedPerson[]>();
    for (const person of people) newcomers.set(person.day, [...(newcomers.get(person.day) ?? []), person]);
    const firstTalks = people.filter((person) => person.talksFirst).length;
    const unnamed = (anonymousShare * size.contacts) / Math.max(1, size.contacts - firstTalks);
    const planned: PlannedEpisode[] = [];
    for (const [talk, day] of dayOfTalk.entries()) {
      const random = seededRandom(`${seed}/talk/${talk}`);
      const newcomer = nextNewcomer(newcomers.get(day));
      planned.push(...(newcomer ? firstTalk(random, talk, newcomer) : laterTalk(random, talk, day, unnamed)));
    }
    return planned;
  }

  function nextNewcomer(waiting: PlannedPerson[] | undefined): PlannedPerson | undefined {
    for (let next = waiting?.shift(); next; next = waiting?.shift()) if (next.talksFirst) return next;
    return undefined;
  }

  function firstTalk(random: SeededRandom, talk: number, person: PlannedPerson): PlannedEpisode[] {
    const input = planTalk(random, { person: person.invented, withNote: 0.85 });
    const household = [person, ...person.household.flatMap((index) => people[index] ?? [])];
    const last = household.at(-1) ?? person;
    const at = last.registration.at + random.int(4, 14) * 60_000;
    const site = person.registration.site;
    const planned: PlannedTalk = {
      kind: 'talk',
      at,
      talk,
      by: person.counsellor,
      site,
      people: household.map(({ index }) => index),
      hasArrival: true,
      input: {
        ...input,
        channel: 'in_person_centre',
        direction: 'inbound',
        minutes: Math.max(10, input.minutes),
        asker: 'self',
      },
    };
    const came = person.registration.at - random.int(3, 40) * 60_000;
    return [...arrivalsFor(random, planned, came), planned, ...fates(random, planned, person, person.day)];
  }

  function laterTalk(random: SeededRandom, talk: number, day: string, unnamed: number): PlannedEpisode[] {
    const minute = minuteOfDay(random, day);
    const at = momentOn(day, minute);
    const chance = random.next();
    if (chance < 0.018)
      return [
        {
          kind: 'talk',
          at,
          talk,
          by: anyCounsellor(random),
          site: 0,
          people: [],
          hasArrival: false,
          input: planHeadCount(random),
        },
      ];
    const person = chance < 0.018 + unnamed ? undefined : returning(random, day);
    const input = planTalk(random, {
      ...(person && { person: person.invented }),
      withNote: person ? 0.8 : 0.25,
    });
    const by = person?.counsellor ?? (random.chance(0.16) ? random.pick(frontline) : anyCounsellor(random));
    const site = siteOf(by, random);
    const faceToFace = input.channel === 'in_person_centre';
    const paper = powerCuts.has(day) && minute > 240 && !faceToFace;
    const nextDay = addDays(day, 1);
    const planned: PlannedTalk = {
      kind: 'talk',
      talk,
      by,
      site,
      people: person ? [person.index] : [],
      hasArrival: faceToFace,
      at: paper && nextDay < today ? momentOn(nextDay, random.int(1, 40)) : at,
      input: { ...input, ...(paper && nextDay < today && { occurredOn: day, startedAt: clockOf(minute) }) },
    };
    const arrivals = faceToFace ? arrivalsFor(random, planned, at - random.int(3, 45) * 60_000) : [];
    return [...arrivals, planned, ...fates(random, planned, person, day)];
  }

  /** Whoever came lately comes again sooner than somebody from long ago. */
  function returning(random: SeededRandom, day: string): PlannedPerson | undefined {
    const known = knownBefore(day);
    if (known === 0) return undefined;
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const person = people[Math.floor(known * (1 - random.next() ** 2.4))];
      if (person && !person.again && (person.gone === undefined || day < person.gone)) return person;
    }
    return undefined;
  }

  function knownBefore(day: string): number {
    let low = 0;
    let high = people.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((people[middle]?.day ?? '') < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A strike-through, a correction or a follow-up, for some; what becomes of the follow-up comes back. */
  function fates(
    random: SeededRandom,
    talk: PlannedTalk,
    person: PlannedPerson | undefined,
    day: string,
  ): PlannedEpisode[] {
    const later = talk.at + random.int(4, 50) * 60_000;
    if (random.chance(0.008)) {
      talk.voided = {
        at: later,
        reason: random.pick([
          'Recorded twice.',
          'Opened the wrong file.',
          'The talk did not take place after all.',
        ]),
      };
      return [];
    }
    if (random.chance(0.02)) {
      talk.corrected = {
        at: later,
        reason: random.pick(['Wrong length typed.', 'A topic was missing.', 'The language was another one.']),
        minutes: random.int(10, 50),
      };
    }
    const ways = person ? waysOf(person, day) : [];
    if (ways.length === 0 || !random.chance(0.25)) return [];
    const planned = planFollowUp(random, { talk: talk.talk, by: talk.by, day, today, ways, momentOn });
    talk.followUp = planned.followUp;
    return planned.outcomes;
  }
}

const frontline = [...demoReceptionists, ...demoStaff.filter(({ roles }) => roles.includes('volunteer'))].map(
  ({ id }) => id,
);
const anyCounsellor = (random: SeededRandom): string => `counsellor${random.int(1, 6)}`;
const powerCuts = { has: (day: string) => Number(day.slice(8)) === 17 && Number(day.slice(5, 7)) % 3 === 0 };

const siteOf = (by: string, random: SeededRandom): number =>
  random.chance(0.04)
    ? random.int(0, demoSites.length - 1)
    : (demoStaff.find(({ id }) => id === by)?.site ?? 0);

/** Most come in the morning; Saturdays and Fridays end early. */
export function minuteOfDay(random: SeededRandom, day: string): number {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return Math.floor(50 + (weekday === 6 || weekday === 5 ? 170 : 370) * random.next() ** 1.25);
}

const clockOf = (minute: number) =>
  `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** How this person may be reached by then; none where nobody could ask for consent. */
function waysOf({ registration: { input }, silent }: PlannedPerson, day: string) {
  const quiet = silent !== undefined && silent <= day;
  const phone = input.phones?.[0];
  const { decisions } = input.consent;
  if (decisions.service_and_record !== 'given') return [];
  return [
    'visit' as const,
    ...(!quiet && decisions.contact_by_phone === 'given' && phone?.safeToCall
      ? (['phone', 'phone', 'phone'] as const)
      : []),
    ...(!quiet && decisions.contact_by_message === 'given' && phone?.safeToMessage
      ? (['message'] as const)
      : []),
  ];
}

/** How somebody comes through the door before a talk; now and then somebody else gives up waiting behind them. */
function arrivalsFor(
  random: SeededRandom,
  { talk, site, input, people }: PlannedTalk,
  at: number,
): PlannedArrival[] {
  const by = demoReceptionists.find((receptionist) => receptionist.site === site)?.id ?? 'reception1';
  const visitReason = random.weighted({
    info: 50,
    legal: 16,
    employment: 9,
    return: 7,
    protection: 6,
    health: 5,
    training: 4,
    basic_needs: 3,
  });
  const arrival: PlannedArrival = {
    kind: 'arrival',
    at,
    talk,
    by,
    site,
    input: {
      visitReason,
      language: input.language,
      partySize: Math.max(1, people.length),
      ...(input.urgent && { urgent: true }),
    },
  };
  if (!random.chance(0.03)) return [arrival];
  const behind = at + 4 * 60_000;
  return [
    arrival,
    {
      kind: 'arrival',
      at: behind,
      talk,
      by,
      site,
      leftAt: behind + random.int(15, 80) * 60_000,
      input: { visitReason: 'info' },
    },
  ];
}

function writesOf(episode: PlannedEpisode): number {
  if (episode.kind === 'registration') return episode.card ? 2 : 1;
  if (episode.kind === 'arrival') return episode.leftAt === undefined ? 1 : 2;
  return episode.kind === 'talk'
    ? 1 + Number(Boolean(episode.corrected)) + Number(Boolean(episode.voided))
    : 1;
}
