import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { z } from 'zod';
import { explainedPoints } from './consent.ts';
import { withdrawConsent } from './operations/withdraw-consent.server.ts';
import { registerClient, type registerClientInput } from './operations/register-client.server.ts';

type RegisterInput = z.input<typeof registerClientInput>;

/** Everything explained in Dari and signed; yes to the record and to phone calls, no to research. */
export const agreedConsent: RegisterInput['consent'] = {
  explainedIn: 'prs',
  form: 'written_signature',
  explained: [...explainedPoints],
  decisions: {
    service_and_record: 'given',
    contact_by_phone: 'given',
    contact_by_message: 'given',
    share_for_referral: 'given',
    research_follow_up: 'refused',
  },
};

/** A person as a counsellor would register them, with what the test wants to be different. */
export function newPerson(given: Partial<RegisterInput> = {}): RegisterInput {
  return {
    names: [{ given: 'Gulalai', family: 'Yusufzai' }],
    sex: 'female',
    birth: { calendar: 'gregory', year: 1994 },
    nationalities: ['AF'],
    originCountry: 'AF',
    originAdmin1: 'Kabul',
    destinations: ['DE'],
    stage: 'intending',
    purpose: 'work',
    languages: ['prs', 'ps'],
    heardVia: 'friend_family',
    phones: [
      {
        number: '0700123456',
        owner: 'own',
        safeToCall: true,
        safeToMessage: false,
        safeFrom: '09:00',
        safeTo: '16:00',
      },
    ],
    consent: agreedConsent,
    registerAnyway: true,
    ...given,
  };
}

/** Registers a person through the operation itself. */
export const registerTestClient = (house: House, actor: StaffActor, given: Partial<RegisterInput> = {}) =>
  execute(house, registerClient, actor, newPerson(given));

/** The person takes a yes back. */
export const withdrawTestConsent = (
  house: House,
  actor: StaffActor,
  clientId: string,
  ...purposes: string[]
) => execute(house, withdrawConsent, actor, { clientId, purposes });

/** A colleague who has left, as far as the rows go. */
export const disableInDatabase = (house: TestHouse, staffId: string) =>
  house.admin.query(`update serai.staff_member set status = 'disabled' where id = $1`, [staffId]);

/** Puts a file into another centre of the same house, as far as the rows go. */
export async function moveToAnotherCentre(house: TestHouse, clientId: string): Promise<void> {
  const { rows } = await house.admin.query(
    `insert into serai.centre select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid()))).* from serai.centre c limit 1 returning id`,
  );
  for (const [table, column] of [
    ['client', 'id'],
    ['client_identity', 'client_id'],
    ['consent', 'client_id'],
    ['client_card', 'client_id'],
  ]) {
    await house.admin.query(`update serai.${table} set centre_id = $1 where ${column} = $2`, [
      rows[0].id,
      clientId,
    ]);
  }
}
