import { resolve } from 'node:path';
import { apiRoutes } from '#app/api.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import { actOf } from '#platform/web/api-route.server.ts';
import { allActions, nameOf } from '../../checks/all-actions.ts';
import type { DoorWorld } from '../../checks/doors/door-world.testing.ts';
import { readExpectedDoors } from '../../checks/doors/expected-doors.ts';
import type { MarkedPerson } from './marked-person.server.ts';

/** A way on which something of a person may leave the house: a query itself, a page, its data, an address for programs. */
export interface FieldDoor {
  name: string;
  /** The query that stands behind it alone; a page asks several. */
  act?: string;
  /** What leaves, as text; a refusal too. */
  ask(world: DoorWorld, person: MarkedPerson, asker: StaffActor): Promise<string>;
}

/** What a query about this person is asked with; the others are asked with nothing, or in general. */
const paramsOf = (person: MarkedPerson): Record<string, object> => {
  const { words, clientId, contactId, followUpId, arrivalId } = person;
  const ofClient = { clientId };
  const ofContact = { contactId };
  return {
    'client.card': ofClient,
    'client.duplicates': ofClient,
    'client.edit': ofClient,
    'client.find': { text: `${words['name.given']} ${words['name.family']}` },
    'client.readers': ofClient,
    'client.similar': { names: [{ given: words['name.given'], family: words['name.family'] }] },
    'client.view': ofClient,
    'client.who-looked': ofClient,
    'consent.list': ofClient,
    'contact.list': { whose: 'all' },
    'contact.prepare': { clientIds: [clientId] },
    'contact.view': ofContact,
    'decision.list': ofContact,
    'decision.prepare': ofContact,
    'follow-up.list': { whose: 'all' },
    'arrival.ticket': { arrivalId, language: 'en' },
    'household.of': ofClient,
    'transfer.of-client': ofClient,
    'audit.list': { file: clientId },
    'statistics.view': { whose: 'all' },
    'erasure.of-client': { ...ofClient, followUpId },
  };
};

const placeholders = (person: MarkedPerson): Record<string, string> => ({
  ':clientId': person.clientId,
  ':contactId': person.contactId,
  ':followUpId': person.followUpId,
  ':arrivalId': person.arrivalId,
  ':list': 'people',
});

/** Every door that can be asked about a person by what is known of them. */
export async function fieldDoors(): Promise<FieldDoor[]> {
  const doors: FieldDoor[] = [];
  for (const action of await allActions(resolve(import.meta.dirname, '../..'))) {
    if (action.kind !== 'query') continue;
    const { query } = action;
    const name = nameOf(action);
    doors.push({
      name: `act ${name}`,
      act: name,
      async ask({ house }, person, asker) {
        try {
          return textOf(await read(house, query, asker, paramsOf(person)[name] ?? {}));
        } catch (error) {
          if (isProblem(error)) return textOf({ ...error, message: error.message });
          throw error;
        }
      },
    });
  }
  for (const { path, action } of readExpectedDoors()) {
    const isKnown = [...path.matchAll(/:[a-zA-Z]+/g)].every(([name]) => name in placeholders(blank));
    if (!path.startsWith('/staff') || !isKnown || path.includes('*') || action === 'sending-only') continue;
    for (const form of path.endsWith('.pdf') ? [''] : ['', '.data']) {
      doors.push({
        name: `page ${path}${form}`,
        async ask(world, person, asker) {
          const url = path.replaceAll(/:[a-zA-Z]+/g, (name) => placeholders(person)[name] ?? name);

          return (await world.ask(`${url}${form}`, asker)).text();
        },
      });
    }
  }
  for (const route of apiRoutes) {
    if ('open' in route || !('query' in route)) continue;
    const act = actOf(route);
    doors.push({
      name: `api ${route.method} ${route.path}`,
      act,
      async ask(world, person, asker) {
        const left: Record<string, unknown> = { ...paramsOf(person)[act] };
        const path = `/api/v1${route.path.replaceAll(/:([a-zA-Z]+)/g, (_, name: string) => {
          const given = left[name];
          const value = typeof given === 'string' ? given : 'x';
          delete left[name];
          return value;
        })}`;
        const headers = { accept: 'application/json', 'content-type': 'application/json' };
        const query = new URLSearchParams(Object.entries(left).map(([key, value]) => [key, String(value)]));
        const answer =
          route.method === 'GET'
            ? await world.ask(`${path}?${query}`, asker, { headers })
            : await world.ask(path, asker, { method: 'POST', headers, body: JSON.stringify(left) });
        return answer.text();
      },
    });
  }
  return doors;
}

const blank: MarkedPerson = { words: {}, clientId: '', contactId: '', followUpId: '', arrivalId: '' };

/** Bytes and maps too, so that nothing hides in their form. */
const textOf = (answer: unknown): string =>
  JSON.stringify(answer, (_key, value: unknown) => {
    if (value instanceof Map) return [...value];
    if (value instanceof Set) return [...value];
    return value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value;
  }) ?? '';
