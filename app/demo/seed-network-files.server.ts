import { explainedPoints } from '#modules/clients/consent.ts';
import { recordConsent } from '#modules/clients/operations/record-consent.server.ts';
import {
  type registerClientInput,
  registerClient,
} from '#modules/clients/operations/register-client.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import { askNetwork } from '#modules/network/operations/ask-network.server.ts';
import { inquireNetwork } from '#modules/network/operations/inquire-network.server.ts';
import { acceptTransfer } from '#modules/transfers/operations/accept-transfer.server.ts';
import { proposeTransfer } from '#modules/transfers/operations/propose-transfer.server.ts';
import { sendTransfer } from '#modules/transfers/operations/send-transfer.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { AnyOperation } from '#platform/operations/operation.server.ts';
import type { z } from 'zod';
import { demoCentre } from './demo-centre.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

type NewPerson = Partial<z.input<typeof registerClientInput>>;

/** Whoever told it at the second centre, and where. */
interface SecondCentre {
  by: StaffActor;
  siteId: string;
  /** ISO day. */
  today: string;
}

const talk = { explainedIn: 'prs', form: 'written_signature' as const, explained: [...explainedPoints] };
const agreedToMove = { ...talk, decisions: { share_for_transfer: 'given' as const } };

const mehrangez: NewPerson = {
  names: [{ given: 'Mehrangez', family: 'Saidova' }],
  sex: 'female',
  birth: { calendar: 'gregory', year: 1997 },
  phones: [{ number: '+992 00 000 0123', owner: 'own', safeToCall: true, safeToMessage: false }],
};
const daler: NewPerson = {
  names: [{ given: 'Daler', family: 'Qurbonov' }],
  sex: 'male',
  birth: { calendar: 'gregory', year: 1988 },
  phones: [{ number: '+992 00 000 0456', owner: 'own', safeToCall: true, safeToMessage: true }],
};
const nilufar: NewPerson = {
  names: [{ given: 'Nilufar', family: 'Ashurova' }],
  sex: 'female',
  birth: { calendar: 'gregory', year: 1993 },
  phones: [{ number: '+992 00 000 0789', owner: 'own', safeToCall: true, safeToMessage: false }],
};

/**
 * People of both centres: a file that waits to be taken on, one that was taken on last week, and somebody with a file in
 * each, about whom the second centre has asked the first.
 */
export async function seedNetworkFiles(
  house: House,
  seed: string,
  centre: DemoCentre,
  { by, siteId, today }: SecondCentre,
): Promise<void> {
  const coordinator = centre.staff.get('coordinator');
  const counsellor = centre.staff.get('counsellor1');
  if (!coordinator || !counsellor) return;
  const write = async <Op extends AnyOperation>(
    who: StaffActor,
    [daysAgo, time]: [number, string],
    operation: Op,
    input: unknown,
    key: string,
  ) =>
    (await execute(
      houseAt(house, zonedTime(addDays(today, -daysAgo), time, demoCentre.timeZone)),
      operation,
      who,
      input,
      { idempotencyKey: `${seed}/network/${key}` },
    )) as Awaited<ReturnType<Op['run']>>['result'];

  const register = async (who: StaffActor, daysAgo: number, person: NewPerson, key: string, site?: string) =>
    write(
      who,
      [daysAgo, '11:00'],
      registerClient,
      {
        ...person,
        nationalities: ['TJ'],
        originCountry: 'TJ',
        destinations: ['PK'],
        stage: 'intending',
        languages: ['tg', 'prs'],
        consent: { ...talk, decisions: { service_and_record: 'given', contact_by_phone: 'given' } },
        registerAnyway: true,
        siteId: site,
      },
      key,
    );
  const counsel = (clientId: string, daysAgo: number, note: string, key: string) =>
    write(
      by,
      [daysAgo, '11:30'],
      recordContact,
      {
        who: 'client',
        clientIds: [clientId],
        siteId,
        channel: 'in_person_centre',
        minutes: 35,
        language: 'tg',
        topics: ['visa_procedure'],
        result: 'information_given',
        stayOptionExplained: true,
        note,
      },
      `${key}/contact`,
    );

  async function send(clientId: string, daysAgo: number, key: string): Promise<string> {
    await write(by, [daysAgo, '10:00'], recordConsent, { ...agreedToMove, clientId }, `${key}/agreed`);
    const { transferId } = await write(
      by,
      [daysAgo, '10:10'],
      proposeTransfer,
      { clientId, toCentreId: coordinator?.centre.id, reason: 'client_moved', scope: 'full' },
      `${key}/proposed`,
    );
    await write(by, [daysAgo, '10:20'], sendTransfer, { transferId, countryChecked: true }, `${key}/sent`);
    return transferId;
  }

  const waiting = await register(by, 9, mehrangez, 'person', siteId);
  await counsel(
    waiting.clientId,
    9,
    'Her sister runs a tailor’s shop in Mehrdara. Wants to know which papers she needs to work there.',
    'person',
  );
  await send(waiting.clientId, 1, 'person');

  const moved = await register(by, 20, daler, 'moved', siteId);
  await counsel(
    moved.clientId,
    20,
    'A cook; has a written offer from a hotel in Mehrdara. Wants the contract read before he signs.',
    'moved',
  );
  const transferId = await send(moved.clientId, 8, 'moved');
  await write(
    coordinator,
    [6, '09:40'],
    acceptTransfer,
    { transferId, siteId: centre.siteIds[0], assignedTo: counsellor.staffId },
    'moved/accepted',
  );

  const known = await register(counsellor, 30, nilufar, 'both/here', centre.siteIds[0]);
  await write(
    counsellor,
    [30, '11:20'],
    recordConsent,
    { ...agreedToMove, clientId: known.clientId },
    'both/agreed',
  );
  await register(by, 3, nilufar, 'both/there', siteId);
  const { name, birthYear, phone, sex } = {
    name: nilufar.names?.[0],
    birthYear: nilufar.birth?.year,
    phone: nilufar.phones?.[0]?.number,
    sex: nilufar.sex,
  };
  const ask = { name, birthYear, phone, sex, originCountry: 'TJ', agreed: true };
  const { askId, mayBeKnown } = await write(by, [0, '00:10'], askNetwork, ask, 'both/asked');
  if (!mayBeKnown) return;
  const why =
    'She says that she was advised in Mehrdara last month and would not like to tell everything again.';
  await write(by, [0, '00:20'], inquireNetwork, { askId, reason: why }, 'both/inquired');
}
