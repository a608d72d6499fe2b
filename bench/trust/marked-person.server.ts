import { randomInt } from 'node:crypto';
import { type Actor, isStaff, rolesSeeingPeople } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { planFollowUp } from '#modules/contacts/operations/plan-follow-up.server.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import { closeFile, makeClient, today } from '../../checks/authorisation/records.testing.ts';
import type { Standing } from '../../checks/authorisation/expected-answers.ts';
import type { World } from '../../checks/authorisation/world.testing.ts';

/** Somebody with a word of their own in every field, and the records about them. */
export interface MarkedPerson {
  /** Field by field the word that stands in it and nowhere else in the house. */
  words: Record<string, string>;
  clientId: string;
  contactId: string;
  followUpId: string;
  arrivalId: string;
}

const letters = 'bcdfghjklmnprstvwz';
const vowels = 'aeiou';
/** A word that nobody else bears: ten letters that can be spoken. */
const newWord = (): string =>
  Array.from({ length: 6 }, () => `${letters[randomInt(letters.length)]}${vowels[randomInt(vowels.length)]}`)
    .join('')
    .replace(/^./, (first) => first.toUpperCase());
const newNumber = (): string => `07${String(randomInt(10 ** 8)).padStart(8, '0')}`;

/** Registers and serves somebody who stands so to the asker. */
export async function makeMarkedPerson(
  world: World,
  standing: Standing,
  asker: Actor,
): Promise<MarkedPerson> {
  const { house, maker, stranger, centre, other } = world;
  const words = {
    'name.given': newWord(),
    'name.family': newWord(),
    'phone.number': newNumber(),
    'phone.words': newWord(),
    'phone.note': newWord(),
    email: newWord().toLowerCase(),
    'app.name': newWord(),
    warning: newWord(),
    'origin.place': newWord(),
    'current.place': newWord(),
    address: newWord(),
    'emergency.name': newWord(),
    'emergency.phone': newNumber(),
    'emergency.relation': newWord(),
    'document.number': `Q${newNumber()}`,
    note: newWord(),
    'contact.note': newWord(),
    'follow-up.note': newWord(),
    'arrival.note': newWord(),
  };
  const clientId = await makeClient(world, standing, asker, {
    names: [{ given: words['name.given'], family: words['name.family'] }],
    phones: [
      {
        number: words['phone.number'],
        owner: 'own',
        safeToCall: true,
        safeToMessage: true,
        safeWords: words['phone.words'],
        note: words['phone.note'],
      },
    ],
    email: { address: `${words.email}@people.example`, safe: true },
    messageApp: { app: 'Signal', name: words['app.name'] },
    contactWarning: words.warning,
    originPlace: words['origin.place'],
    currentPlace: words['current.place'],
    address: words.address,
    emergencyContact: {
      name: words['emergency.name'],
      phone: words['emergency.phone'],
      relation: words['emergency.relation'],
      mayContact: true,
    },
    idDocuments: [{ type: 'passport', number: words['document.number'] }],
    note: words.note,
  });
  const foreign = standing === 'other-centre';
  const servesOwn = standing === 'own' && isStaff(asker) && asker.roles.some(meets);
  const by = foreign ? stranger : servesOwn ? asker : maker;
  const siteId = (foreign ? other : centre).siteIds[0];
  const { contactId } = await recordTestContact(house, foreign ? stranger : maker, {
    clientIds: [clientId],
    siteId,
    note: words['contact.note'],
  });
  const { followUpId } = await execute(house, planFollowUp, foreign ? stranger : maker, {
    clientId,
    dueOn: today(world),
    way: 'phone',
    note: words['follow-up.note'],
    ...(servesOwn && { assignedTo: by.staffId }),
  });
  const { arrivalId } = await arrive(house, foreign ? stranger : maker, {
    clientId,
    siteId,
    note: words['arrival.note'],
  });
  await closeFile(world, standing, asker, clientId);
  return { words, clientId, contactId, followUpId, arrivalId };
}

const meets = (role: string): boolean => (rolesSeeingPeople as readonly string[]).includes(role);
