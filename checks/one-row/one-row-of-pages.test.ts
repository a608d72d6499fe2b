import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { assignClient } from '#modules/clients/operations/assign-client.server.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { planFollowUp } from '#modules/contacts/operations/plan-follow-up.server.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import type { StaffRole } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { type DoorWorld, openDoors } from '../doors/door-world.testing.ts';
import { readExpectedDoors } from '../doors/expected-doors.ts';

// Every page, list, print and file of the site is asked for by those who may. Whatever names somebody in its body has a row
// that names the same person, written in this request; and no request looks twice at the same.
const given = 'Quietlantern';
const family = 'Ravinehold';
const canary = new RegExp(`${given}|${family}`);
const roles: StaffRole[] = ['coordinator', 'counsellor', 'receptionist', 'data_protection_officer'];
/** Takes part in no reading: signs out, or sends on. */
const paths = readExpectedDoors()
  .filter(({ action }) => action !== 'missing' && action !== 'elsewhere' && action !== 'sending-only')
  .map(({ path }) => path)
  .filter((path) => path.startsWith('/staff'));

interface Row {
  seq: number;
  action: string;
  result: string;
  subject_id: string | null;
  client_id: string | null;
  item_ids: string[];
  purpose: string | null;
  fields: string[];
}

let world: DoorWorld;
let own: Record<string, string>;
beforeAll(async () => {
  world = await openDoors();
  const { house, maker, keeper } = world;
  const { clientId } = await registerTestClient(house, maker, { names: [{ given, family }] });
  const siteId = world.centre.siteIds[0];
  const { contactId } = await recordTestContact(house, maker, {
    clientIds: [clientId],
    siteId,
    note: `About ${given}`,
  });
  const { arrivalId } = await arrive(house, maker, { clientId });
  await execute(house, assignClient, keeper, { clientId, staffId: world.askers.counsellor.staffId });
  await execute(house, planFollowUp, keeper, {
    clientId,
    assignedTo: keeper.staffId,
    type: 'general',
    dueOn: '2026-03-12',
  }).catch(() => undefined);
  own = { clientId, contactId, arrivalId };
}, 120_000);
afterAll(() => world?.house.close());

const rowsAfter = async (seq: number): Promise<Row[]> =>
  (
    await world.house.admin.query(
      `select seq, action, result, subject_id, client_id, item_ids, purpose, fields from serai.audit_event
       where centre_id = $1 and seq > $2 and actor_kind = 'staff' order by seq`,
      [world.centre.centreId, seq],
    )
  ).rows;
const head = async (): Promise<number> =>
  Number(
    (
      await world.house.admin.query('select seq from serai.audit_head where centre_id = $1', [
        world.centre.centreId,
      ])
    ).rows[0]?.seq ?? 0,
  );

/** The address filled with what belongs to the person of this check where it can be, else with what the doors use. */
async function addressOf(path: string, role: StaffRole): Promise<string> {
  const filled = path.replace(/:(clientId|contactId|arrivalId)/g, (_, name: string) => own[name] ?? '');
  return world.fill(filled, world.askers[role], 'centre');
}

function judge(body: string, rows: readonly Row[]): string[] {
  const faults: string[] = [];
  const named = rows.some(
    (row) => row.client_id === own['clientId'] || row.item_ids.includes(own['clientId'] ?? ''),
  );
  if (canary.test(body) && !named) faults.push('somebody is shown, and no row names them');
  const keys = rows.map(({ seq: _seq, ...row }) => JSON.stringify(row));
  for (const key of keys.filter((each, at) => keys.indexOf(each) !== at)) faults.push(`looked twice: ${key}`);
  return faults;
}

describe('a page that names somebody leaves a row that names them, once', () => {
  test.each(paths)('%s', async (path) => {
    for (const role of roles) {
      const address = await addressOf(path, role);
      const before = await head();
      const response = await world.ask(address, world.askers[role]);
      const body = Buffer.from(await response.arrayBuffer()).toString('utf8');
      const rows = response.status === 200 ? await rowsAfter(before) : [];
      expect([path, role, judge(body, rows)]).toEqual([path, role, []]);
    }
  });
});

test('enough of these pages name somebody for the check to say something', async () => {
  let naming = 0;
  for (const path of [
    '/staff/people',
    '/staff/people/:clientId',
    '/staff/contacts',
    '/staff/contacts/:contactId',
  ])
    if (
      canary.test(
        await (await world.ask(await addressOf(path, 'coordinator'), world.askers.coordinator)).text(),
      )
    )
      naming += 1;
  expect(naming).toBeGreaterThanOrEqual(3);
});

test('where no row can be written, pages answer 503 and name nobody', async () => {
  const { house, askers } = world;
  const asked = await Promise.all(
    [
      '/staff/people',
      '/staff/people/:clientId',
      '/staff/people/:clientId/access',
      '/staff/contacts',
      '/staff/contacts/:contactId',
    ].map((path) => addressOf(path, 'coordinator')),
  );
  await house.admin.query('revoke insert on serai.audit_event from serai_audit');
  try {
    for (const address of [...asked, ...asked.map((each) => `${each}.data`)]) {
      const response = await world.ask(address, askers.coordinator);
      expect([address, response.status, canary.test(await response.text())]).toEqual([address, 503, false]);
    }
  } finally {
    await house.admin.query('grant insert on serai.audit_event to serai_audit');
  }
});

test('the judge sees a missing and a doubled row: the test of the test', () => {
  const row: Row = {
    seq: 1,
    action: 'client.view',
    result: 'viewed',
    subject_id: own['clientId'] ?? '',
    client_id: own['clientId'] ?? '',
    item_ids: [],
    purpose: 'service',
    fields: [],
  };
  expect(judge(`<p>${given}</p>`, [])).toEqual(['somebody is shown, and no row names them']);
  expect(judge(`<p>${given}</p>`, [{ ...row, client_id: randomUUID() }])).toHaveLength(1);
  expect(judge(`<p>${given}</p>`, [row, { ...row, seq: 2 }])).toHaveLength(1);
  expect(judge(`<p>${given}</p>`, [row])).toEqual([]);
});
