import type { DemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { settingOf } from '#modules/centres/index.server.ts';
import {
  type PersonInput,
  personSchema,
  type SafeContactInput,
  safeContactSchema,
} from '#modules/clients/client.schemas.ts';
import { formatFileNo, retentionDay } from '#modules/clients/client.ts';
import { sealIdentity } from '#modules/clients/client-identity.server.ts';
import { explainedPoints } from '#modules/clients/consent.ts';
import { type ConsentTalk, consentRows } from '#modules/clients/consent-rows.server.ts';
import { filledFields } from '#modules/clients/filled-fields.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { describePerson, safeContactOf } from '#modules/clients/person-file.ts';
import { countableReach } from '#modules/clients/safe-contact.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import type { BulkChain } from './bulk-audit.server.ts';
import { bulkName, spell } from './bulk-names.ts';

export interface BulkPerson {
  person: PersonInput;
  safe: SafeContactInput;
  consent: ConsentTalk;
}

/** What a colleague would have typed for the person with this number. */
export function bulkPerson(number: number): BulkPerson {
  const random = seededRandom(`bulk/${number}`);
  const sex = random.chance(0.45) ? 'female' : 'male';
  const { given, family } = bulkName(random, sex);
  const own = { given: given.native, family: family.native };
  const latin = { given: spell(random, given), family: spell(random, family) };
  const ownFirst = random.chance(0.45);
  const names = [{ ...(ownFirst ? own : latin), kind: 'main' as const }];
  const aliases = random.chance(0.3) ? [{ ...(ownFirst ? latin : own), kind: 'alias' as const }] : [];
  const year = 1950 + random.int(0, 55);
  return {
    person: {
      ...emptyPerson,
      names: [...names, ...aliases],
      sex,
      birth: random.chance(0.5)
        ? { calendar: 'gregory', year }
        : { calendar: 'gregory', year, month: random.int(1, 12), day: random.int(1, 28) },
      nationalities: [random.pick(['PK', 'AF', 'BD'])],
      originCountry: random.pick(['PK', 'AF', 'BD']),
      originAdmin1: random.pick(['Punjab', 'Kabul', 'Sylhet', 'Herat', 'Sindh']),
      destinations: [random.pick(['SA', 'AE', 'DE', 'IT'])],
      stage: random.pick(['intending', 'potential', 'in_transit', 'at_destination', 'returned']),
      purpose: 'work',
      languages: [random.pick(['ur', 'prs', 'ps', 'bn'])],
      heardVia: 'friend_family',
      education: 'primary',
      literacy: 'reads_easily',
      currentPlace: 'Canal Side, Mehrdara',
    },
    safe: {
      ...emptyReach,
      phones: [
        {
          number: `0399 ${String(number).padStart(7, '0')}`,
          owner: 'own',
          safeToCall: true,
          safeToMessage: number % 2 === 0,
        },
      ],
    },
    consent: {
      explainedIn: 'ur',
      form: 'written_signature',
      explained: [...explainedPoints],
      decisions: {
        service_and_record: 'given',
        contact_by_phone: 'given',
        contact_by_message: random.chance(0.7) ? 'given' : 'refused',
        share_for_referral: random.chance(0.8) ? 'given' : 'refused',
        research_follow_up: 'refused',
      },
    },
  };
}

const emptyPerson = personSchema.parse({
  names: [{ given: 'x' }],
  sex: 'unknown',
  stage: 'unknown',
  languages: ['en'],
});
const emptyReach = safeContactSchema.parse({});

interface Writing {
  house: House;
  centre: DemoCentre;
  actor: StaffActor;
  /** Place in the list of sites. */
  siteId: string;
  filePrefix: string;
  now: Date;
  today: string;
}

export interface PersonRows {
  id: string;
  facts: { sex: string; ageBand: string; stage: string; nationality: string | null; district: string | null };
  client: object;
  identity: object;
  consents: object[];
}

/** The rows that `client.register` writes for this person, sealed by the same functions under a key in the key store. */
export async function personRows(
  number: number,
  input: BulkPerson,
  { house, actor, siteId, filePrefix, now, today }: Writing,
): Promise<PersonRows> {
  const safe = safeContactOf(input.safe, actor.centre.country);
  const { facts, identity } = describePerson(input.person, safe, today);
  const id = await house.vault.keys.mint('person');
  const [sealed, consents] = await Promise.all([
    sealIdentity(house.vault, id, identity),
    consentRows(input.consent, {
      house,
      centreId: actor.centre.id,
      clientId: id,
      restricted: false,
      staffId: actor.staffId,
      now,
      today,
    }),
  ]);
  return {
    id,
    facts: {
      sex: facts.sex,
      ageBand: facts.age_band,
      stage: facts.stage,
      nationality: facts.nationalities[0] ?? null,
      district: facts.origin_admin1,
    },
    client: {
      id,
      centre_id: actor.centre.id,
      site_id: siteId,
      file_no: formatFileNo(filePrefix, Number(today.slice(0, 4)), number),
      file_status: 'active',
      ...facts,
      ...countableReach(identity),
      restricted: false,
      assigned_to: null,
      registered_on: today,
      registered_by: actor.staffId,
      recorded_at: now,
      last_contact_on: null,
      retention_until: retentionDay(today, settingOf(actor.centre.settings, 'retention.counselling-years')),
      updated_by: actor.staffId,
      updated_at: now,
      version: 1,
    },
    identity: { client_id: id, centre_id: actor.centre.id, restricted: false, sealed, version: 1 },
    consents,
  };
}

/** The audit row of that registration. */
export function personAudit(
  chain: BulkChain,
  rows: PersonRows,
  input: BulkPerson,
  actor: StaffActor,
  now: Date,
): object {
  const safe = safeContactOf(input.safe, actor.centre.country);
  const { facts, identity } = describePerson(input.person, safe, now.toISOString().slice(0, 10));
  return chain.row(registerClient, actor, now, {
    subjectId: rows.id,
    clientId: rows.id,
    fields: filledFields(facts, identity),
  });
}
