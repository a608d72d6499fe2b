import { sql } from 'kysely';
import { decideDisclosure } from '#modules/disclosure-requests/operations/decide-disclosure.server.ts';
import { proposeDisclosure } from '#modules/disclosure-requests/operations/propose-disclosure.server.ts';
import { recordDisclosureRequest } from '#modules/disclosure-requests/operations/record-disclosure-request.server.ts';
import { tellOfDisclosure } from '#modules/disclosure-requests/operations/tell-of-disclosure.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

const day = 86_400_000;

/** Who asked the demo's centre for somebody's data: an employer who was refused, and a court that waits for an answer. */
export async function seedDisclosures(
  house: House,
  seed: string,
  centre: DemoCentre,
  today: string,
): Promise<void> {
  const counsellor = colleague(centre, 'counsellor1');
  const coordinator = colleague(centre, 'coordinator');
  const now = house.clock.now().getTime();
  const ago = (days: number) => houseAt(house, now - days * day);
  const [asked] = await somebodyOnFile(house, coordinator);
  if (!asked) return;
  const once = (step: string) => ({ idempotencyKey: `${seed}/disclosure-${step}` });
  const { disclosureRequestId } = await execute(
    ago(15),
    recordDisclosureRequest,
    counsellor,
    {
      asker: 'employer',
      askedBy: 'A recruitment agency in the bazaar',
      basis: 'spoken',
      channel: 'phone',
      asked:
        'Whether a worker who left before the end of the contract has been here, and where he lives now.',
      about: 'A mason of about thirty, from the first group of spring',
    },
    once('employer'),
  );
  const which = { disclosureRequestId };
  await execute(
    ago(14),
    proposeDisclosure,
    counsellor,
    {
      ...which,
      version: 1,
      outcome: 'refused',
      basis: 'spoken',
      refusal: 'not_entitled',
      reason: 'An agency has no right to know who seeks advice. Nothing was said about whether we know him.',
    },
    once('employer-proposed'),
  );
  await execute(
    ago(13),
    decideDisclosure,
    coordinator,
    { ...which, version: 2, agree: true },
    once('employer-no'),
  );
  await execute(
    ago(13),
    tellOfDisclosure,
    counsellor,
    { ...which, version: 3, telling: 'not_known' },
    once('employer-told'),
  );
  const court = await execute(
    ago(4),
    recordDisclosureRequest,
    counsellor,
    {
      clientId: asked,
      asker: 'court',
      askedBy: 'Labour court, second chamber',
      basis: 'court_order',
      reference: 'Order 118 of last week',
      channel: 'letter',
      dueOn: addDays(today, 6),
      asked: 'On which days the person came to the centre between January and March.',
    },
    once('court'),
  );
  await execute(
    ago(2),
    proposeDisclosure,
    counsellor,
    {
      disclosureRequestId: court.disclosureRequestId,
      version: 1,
      outcome: 'partly',
      basis: 'court_order',
      reference: 'Order 118 of last week',
      given: 'The three days in February on which the person was here. No word of what was talked about.',
      refusal: 'too_wide',
      advice: 'The lawyer of the legal aid office: the order names days, not contents; the person agrees.',
    },
    once('court-proposed'),
  );
}

function colleague(centre: DemoCentre, id: string): StaffActor {
  const found = centre.staff.get(id);
  if (!found) throw new Error(`the demo has no ${id}`);
  return found;
}

/** One file that is open to all, looked at without reading a record; nobody where the demo is told already. */
const somebodyOnFile = (house: House, { sessionToken }: StaffActor): Promise<string[]> =>
  house.databases.reader.transaction().execute(async (tx) => {
    await sql`select set_config('serai.session', ${sessionToken}, true)`.execute(tx);
    const { rows } = await sql<{ id: string }>`
      select c.id from client c where not c.restricted and c.merged_into is null and c.file_status = 'active'
        and not exists (select from disclosure_request)
      order by c.last_contact_on desc nulls last, c.id limit 1`.execute(tx);
    return rows.map(({ id }) => id);
  });
