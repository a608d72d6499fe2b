import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiExamples, apiRoutes } from '#app/api.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { type ApiExample, shapeOf } from '#platform/web/open-api.server.ts';
import { actOf } from '#platform/web/api-route.server.ts';
import { makeTestToken } from '#modules/integrations/integrations.testing.ts';
import { scopeOfAct } from '#modules/integrations/index.server.ts';
import { scopeNames } from '#modules/integrations/scopes.ts';
import { newPerson } from '#modules/clients/clients.testing.ts';
import { newContact } from '#modules/contacts/contacts.testing.ts';
import { publishTestGuide } from '#modules/guides/guides.testing.ts';
import { freshlyProven, publishTestRelease } from '#modules/releases/releases.testing.ts';
import { addTestStaff, openTestCentre, type TestCentre } from '#modules/staff/staff.testing.ts';
import type { WebApp } from './app.server.ts';
import { loadBuiltServer } from './built-app.testing.ts';

/**
 * Every address of the API is called once as another program would, with a token. What came back is kept in
 * app/api-examples.json: the description and docs/api.md show it. Set SERAI_WRITE_EXAMPLES to keep it anew.
 */
let house: TestHouse;
let app: WebApp;
let centre: TestCentre;
let token: string;
let releaseId: string;
let counsellor: StaffActor;
const made: Record<string, ApiExample> = {};
const file = resolve(import.meta.dirname, '../app/api-examples.json');

beforeAll(async () => {
  house = await openTestHouse();
  centre = await openTestCentre(house);
  const { actor: keeper } = centre.coordinator;
  counsellor = (await addTestStaff(house, keeper, ['counsellor'])).actor;
  await publishTestGuide(house, counsellor, keeper);
  ({ releaseId } = await publishTestRelease(house, freshlyProven(house, keeper)));
  token = (await makeTestToken(house, keeper, [...scopeNames])).token;
  app = (await loadBuiltServer()).createApp(house);
});
afterAll(() => house?.close());

async function call(
  route: string,
  given: { in?: Record<string, string>; query?: string; body?: unknown } = {},
) {
  const [method = 'GET', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => given.in?.[name] ?? name);
  const url = `/api/v1${path}${given.query ? `?${given.query}` : ''}`;
  const response = await app.fetch(
    new Request(`http://localhost${url}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(method === 'POST' && {
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        }),
      },
      ...(method === 'POST' && { body: JSON.stringify(given.body ?? {}) }),
    }),
  );
  const answer = (await response.json()) as Record<string, never>;
  expect([route, response.status, response.status < 300 || answer]).toEqual([route, response.status, true]);
  made[route] = {
    url,
    ...(method === 'POST' && { request: given.body ?? {} }),
    status: response.status,
    response: answer,
  };
  return answer;
}

test('every address answers a program with a token', async () => {
  const person = {
    ...newPerson({ names: [{ given: 'Storai', family: 'Hotakzada' }] }),
    registerAnyway: undefined,
  };
  const { clientId } = await call('POST /clients', { body: person });
  const id: { clientId: string } = { clientId: String(clientId) };
  await call('GET /clients');
  await call('POST /clients/search', { body: { text: 'Hotakzada' } });
  await call('GET /clients/:clientId', { in: id });
  const form = await call('GET /clients/:clientId/form', { in: id });
  const version = Number(form['version']);
  const {
    consent: _consent,
    phones,
    ...facts
  } = newPerson({
    names: [{ given: 'Storai', family: 'Hotakzada' }],
    destinations: ['TR'],
  });
  await call('POST /clients/:clientId/changes', {
    in: id,
    body: { ...facts, registerAnyway: undefined, version },
  });
  await call('POST /clients/:clientId/safe-contact', { in: id, body: { phones, version: version + 1 } });
  await call('GET /clients/:clientId/consents', { in: id });
  await call('POST /clients/:clientId/consents', {
    in: id,
    body: { explainedIn: 'prs', decisions: { research_follow_up: 'refused' } },
  });
  await call('POST /clients/:clientId/consents/withdrawals', {
    in: id,
    body: { purposes: ['contact_by_message'] },
  });

  const siteId = centre.siteIds[0] ?? '';
  const contact = newContact({
    clientIds: [id.clientId],
    siteId,
    note: 'Asked how long a visa takes.',
  });
  const { contactId } = await call('POST /contacts', { body: contact });
  const ofContact = { contactId: String(contactId) };
  await call('GET /contacts', { query: 'whose=all' });
  await call('GET /contacts/:contactId', { in: ofContact });
  const { followUpId } = await call('POST /follow-ups', {
    body: { clientId: id.clientId, dueOn: '2026-03-20', way: 'phone', assignedTo: counsellor.staffId },
  });
  await call('GET /follow-ups', { query: 'whose=all' });
  await call('POST /follow-ups/:followUpId/outcome', {
    in: { followUpId: String(followUpId) },
    body: { outcome: 'reached', version: 1 },
  });
  await call('POST /contacts/:contactId/corrections', {
    in: ofContact,
    body: { ...contact, minutes: 20, reason: 'It took longer.', version: 1 },
  });
  await call('POST /contacts/:contactId/void', {
    in: ofContact,
    body: { reason: 'Entered twice.', version: 2 },
  });
  await call('GET /statistics');
  await call('GET /statistics/:releaseId', { in: { releaseId } });
  const { guides } = await call('GET /guides', { query: 'language=en' });
  await call('GET /guides/:slug', {
    in: { slug: String((guides as unknown as { slug: string }[])[0]?.slug) },
  });
  await call('GET /facts');

  expect(Object.keys(made).sort()).toEqual(apiRoutes.map((route) => `${route.method} ${route.path}`).sort());
  if (process.env['SERAI_WRITE_EXAMPLES']) {
    writeFileSync(file, `${JSON.stringify(withPlainIds(made), null, 2)}\n`);
    return;
  }
  for (const [route, example] of Object.entries(made)) {
    expect([route, shapeOf(example.response)]).toEqual([route, shapeOf(apiExamples[route]?.response)]);
  }
});

/** Ids as they could be, each the same wherever it stands, so that the kept file does not change with every run. */
function withPlainIds(examples: Record<string, ApiExample>): unknown {
  const known = new Map<string, string>();
  const text = JSON.stringify(examples).replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g,
    (id) => {
      const plain = `00000000-0000-4000-8000-${String(known.size + 1).padStart(12, '0')}`;
      return known.get(id) ?? (known.set(id, plain), plain);
    },
  );
  return JSON.parse(text);
}

describe('who may call', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    app.fetch(new Request(`http://localhost${path}`, { headers }));

  test('without a token, with a wrong one, or with a token as a cookie: nobody', async () => {
    const wrong: Record<string, string>[] = [
      {},
      { authorization: 'Bearer serai_wrong-wrong-wrong' },
      { cookie: `serai=${token}` },
    ];
    for (const headers of wrong) expect((await get('/api/v1/clients', headers)).status).toBe(401);
  });

  test('a token opens no page', async () => {
    const response = await get('/staff/people', { authorization: `Bearer ${token}` });
    expect([302, 303]).toContain(response.status);
    expect(response.headers.get('location')).toContain('/staff/sign-in');
  });

  test('a token does the acts of its scopes alone', async () => {
    const narrow = (await makeTestToken(house, centre.coordinator.actor, ['contacts.read'])).token;
    const headers = { authorization: `Bearer ${narrow}` };
    expect((await get('/api/v1/contacts?whose=all', headers)).status).toBe(200);
    expect((await get('/api/v1/clients', headers)).status).toBe(403);
  });

  test('every address that is not open belongs to exactly one scope', () => {
    const acts = apiRoutes.flatMap((route) => ('open' in route ? [] : [actOf(route)]));
    expect(acts.filter((act) => scopeOfAct(act) === undefined)).toEqual([]);
  });
});

test('the description names each address with its scope and a call', async () => {
  const response = await app.fetch(new Request('http://localhost/api/v1/openapi.json'));
  const description = (await response.json()) as { paths: Record<string, Record<string, object>> };
  const said = Object.values(description.paths).flatMap((path) => Object.values(path));
  expect(said).toHaveLength(apiRoutes.length);
  for (const operation of said) expect(JSON.stringify(operation)).toContain('"example":');
});
