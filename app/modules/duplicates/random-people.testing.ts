import type { StaffActor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { attachTestProof } from '#modules/clients/consent-proof.testing.ts';
import { agreedConsent, registerTestClient, withdrawTestConsent } from '#modules/clients/clients.testing.ts';
import { issueCard } from '#modules/clients/operations/issue-card.server.ts';
import { recordConsent } from '#modules/clients/operations/record-consent.server.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { newContact, recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { correctContact } from '#modules/contacts/operations/correct-contact.server.ts';
import { linkGuides } from '#modules/contacts/operations/link-guides.server.ts';
import { planFollowUp } from '#modules/contacts/operations/plan-follow-up.server.ts';
import { voidContact } from '#modules/contacts/operations/void-contact.server.ts';
import { keepDecision } from '#modules/decisions/operations/keep-decision.server.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';

/** A small generator that gives the same numbers for the same seed. */
export function seeded(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    below: (limit: number) => Math.floor(next() * limit),
    chance: (part: number) => next() < part,
    oneOf: <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item,
  };
}
export type Random = ReturnType<typeof seeded>;

const given = ['Zarmina', 'Palwasha', 'Shirin', 'زرمینه'];

/** Two people with whatever may hang on their files, together and apart, and a third who came along with them. */
export async function randomPair(house: TestHouse, actor: StaffActor, random: Random, guideId: string) {
  const person = async () =>
    (
      await registerTestClient(house, actor, {
        names: [{ given: random.oneOf(given), family: 'Wardak' }],
        sex: random.oneOf(['female', 'unknown'] as const),
        birth: { calendar: 'gregory', year: 1980 + random.below(20) },
        ...(random.chance(0.5) && { note: 'likes to come in the morning' }),
        ...(random.chance(0.5) && { contactWarning: 'Her brother answers' }),
        email: { address: `${random.below(5)}@people.example`, safe: true },
        phones: [
          {
            number: `070012345${random.below(3)}`,
            owner: random.oneOf(['own', 'family'] as const),
            safeToCall: random.chance(0.7),
            safeToMessage: random.chance(0.5),
          },
        ],
        assignToMe: random.chance(0.5),
        languages: random.oneOf([['prs'], ['ps', 'prs']]),
      })
    ).clientId;
  const [one, two, third] = [await person(), await person(), await person()];
  for (const clientId of [one, two]) {
    const acts = 2 + random.below(6);
    for (let act = 0; act < acts; act += 1)
      await somethingHappens(house, actor, random, { clientId, one, two, third, guideId });
    if (random.chance(0.3)) await execute(house, restrictClient, actor, { clientId, reason: 'known here' });
  }
  return { one, two, third };
}

interface About {
  clientId: string;
  one: string;
  two: string;
  third: string;
  guideId: string;
}

async function somethingHappens(
  house: TestHouse,
  actor: StaffActor,
  random: Random,
  about: About,
): Promise<void> {
  const { clientId } = about;
  house.clock.advance(random.below(3) * 24 * 3_600_000);
  await random.oneOf([
    () => execute(house, issueCard, actor, { clientId }),
    () => arrive(house, actor, { clientId }),
    () => follow(house, actor, random, clientId),
    () => talk(house, actor, random, [clientId], about),
    () =>
      talk(
        house,
        actor,
        random,
        random.oneOf([
          [about.one, about.two],
          [about.two, about.one],
          [about.third, clientId],
        ]),
        about,
      ),
    () => decide(house, actor, random, clientId),
  ])();
}

async function talk(
  house: TestHouse,
  actor: StaffActor,
  random: Random,
  clientIds: string[],
  { guideId }: About,
) {
  try {
    const { contactId } = await recordTestContact(house, actor, {
      clientIds,
      ...(random.chance(0.7) && { note: `said ${random.below(100)}` }),
    });
    if (random.chance(0.4)) await execute(house, linkGuides, actor, { contactId, guideIds: [guideId] });
    if (random.chance(0.4)) {
      const answers = { goal: 'earn' };
      await execute(house, keepDecision, actor, { contactId, language: 'en', answers });
    }
    if (random.chance(0.4)) {
      const { who: _, clientIds: __, ...conversation } = newContact({ note: 'better words' });
      await execute(house, correctContact, actor, {
        ...conversation,
        contactId,
        version: 1,
        reason: 'a slip',
      });
      if (random.chance(0.3))
        await execute(house, voidContact, actor, { contactId, version: 2, reason: 'another person' });
    }
  } catch (error) {
    ifConsentWasTaken(error);
  }
}

async function follow(house: TestHouse, actor: StaffActor, random: Random, clientId: string) {
  const dueOn = new Date(house.clock.now().getTime() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
  const way = random.oneOf(['visit', 'email'] as const);
  try {
    await execute(house, planFollowUp, actor, { clientId, dueOn, way, note: 'ask for the visa' });
  } catch (error) {
    ifConsentWasTaken(error);
  }
}

async function decide(house: TestHouse, actor: StaffActor, random: Random, clientId: string) {
  const purpose = random.oneOf(['contact_by_phone', 'contact_by_message', 'share_for_referral'] as const);
  if (random.chance(0.5)) {
    await withdrawTestConsent(house, actor, clientId, purpose).catch(ifConsentWasTaken);
    return;
  }
  const { decisions: _, ...talked } = agreedConsent;
  const decisions = { [purpose]: random.oneOf(['given', 'refused'] as const) };
  await execute(house, recordConsent, actor, { clientId, ...talked, witness: 'a neighbour', decisions });
  const { rows } = await house.admin.query(
    'select id from serai.consent where client_id = $1 order by seq desc limit 1',
    [clientId],
  );
  if (random.chance(0.4)) await attachTestProof(house, actor, { clientId, consentId: String(rows[0]?.id) });
}

/** What a person took back cannot be relied on afterwards; the random walk goes on without it. */
function ifConsentWasTaken(error: unknown): void {
  const code = (error as { code?: string }).code;
  if (code !== 'input.invalid' && code !== 'contact.consent-withdrawn') throw error;
}
