import { resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import type { Policy } from '#platform/policy/policy.ts';
import { isProblem } from '#platform/problem.ts';
import { registerTestClient } from '#modules/clients/clients.testing.ts';
import { restrictClient } from '#modules/clients/operations/restrict-client.server.ts';
import { recordTestContact } from '#modules/contacts/contacts.testing.ts';
import { arrive } from '#modules/front-desk/front-desk.testing.ts';
import { addTestGuide } from '#modules/guides/guides.testing.ts';
import { allActions, type Action, nameOf } from '../all-actions.ts';
import { readExpectedAnswers, type Standing } from './expected-answers.ts';
import { scenes } from './scenes.testing.ts';
import { inFreshSession, openWorld, type World } from './world.testing.ts';

// The application's rule is switched off here: everybody may do everything in every relation. What still holds is the
// second wall alone, row security in the database. It knows centres, restricted lists and sessions; it knows no roles.
const openDoors: Policy = {
  mayEver: () => true,
  decide: (_actor, _action, relations) => relations[0] ?? 'centre',
  actions: () => [],
  permission: () => undefined,
};

const actions = await allActions(resolve(import.meta.dirname, '../..'));
const walled = readExpectedAnswers().filter(
  ({ standing }) => standing === 'other-centre' || standing === 'restricted',
);
/** A centre's open sites and what it published are for everybody to read; that is what they are for. */
const forEverybody = new Set([
  'site',
  'content_revision',
  'fact',
  'fact_text',
  'fact_conflict',
  'guide_page',
  'guide_version',
  'guide_quote',
  'guide_audio',
]);
const hiddenNames = ['Zarghuna', 'Otherwell', 'Wallcreeper', 'Hidemore'];

let world: World;
/** Ids that must not come out: of the second centre, and of a restricted person. */
let hiddenIds: string[];

beforeAll(async () => {
  world = await openWorld(openDoors);
  const { house, maker, stranger, centre, other } = world;
  const foreign = await registerTestClient(house, stranger, {
    names: [{ given: 'Zarghuna', family: 'Otherwell' }],
  });
  const restricted = await registerTestClient(house, maker, {
    names: [{ given: 'Wallcreeper', family: 'Hidemore' }],
  });
  const siteId = centre.siteIds[0];
  await recordTestContact(house, maker, { siteId });
  const kept = [
    foreign.clientId,
    restricted.clientId,
    (
      await recordTestContact(house, stranger, {
        clientIds: [foreign.clientId],
        siteId: other.siteIds[0],
        note: 'Zarghuna Otherwell',
      })
    ).contactId,
    (await recordTestContact(house, maker, { clientIds: [restricted.clientId], siteId, note: 'Wallcreeper' }))
      .contactId,
    (await arrive(house, stranger, { clientId: foreign.clientId })).arrivalId,
    (await arrive(house, maker, { clientId: restricted.clientId })).arrivalId,
  ];
  await execute(house, restrictClient, maker, {
    clientId: restricted.clientId,
    readers: [],
    reason: 'for the test',
  });
  const draft = await addTestGuide(house, stranger);
  hiddenIds = [...kept, draft.pageId, stranger.staffId, other.centreId, ...other.siteIds];
});
afterAll(() => world?.house.close());

const askersOf = ({ askers }: World): [string, Actor][] => [
  ['counsellor', askers.counsellor],
  ['coordinator', askers.coordinator],
  ['data officer', askers.data_officer],
  ['volunteer', askers.volunteer],
  ['nobody', askers.public],
  ['job', askers.job],
];

describe('a record behind the wall stays as it is', () => {
  test.each(walled.map(({ action, standing }) => [action, standing] as const))(
    '%s, %s',
    async (name, standing) => {
      const action = byName(name);
      const scene = scenes[name];
      if (!scene) throw new Error(`there is no scene for ${name}`);
      const input = await scene(world, world.askers.counsellor, standing);
      const before = await fingerprints(world, standing);
      for (const [who, asker] of askersOf(world)) {
        expect([who, await outcome(action, asker, input)]).toEqual([who, 'refused']);
      }
      expect(await fingerprints(world, standing)).toEqual(before);
    },
  );
});

describe('nothing behind the wall comes out of', () => {
  const lists = actions.filter(
    (action) => action.kind === 'query' && !walled.some((row) => row.action === nameOf(action)),
  );
  test.each(lists.map(nameOf))('%s', async (name) => {
    const action = byName(name);
    const scene = scenes[name];
    if (action.kind !== 'query' || !scene) throw new Error(`there is no scene for ${name}`);
    for (const [who, asker] of askersOf(world)) {
      const actor = await inFreshSession(world.house, asker);
      for (const input of [await scene(world, actor, 'centre'), ...temptations(name)]) {
        const answer = await read(world.house, action.query, actor, input).catch(refusedOrThrow);
        expect([who, leaks(answer, name)]).toEqual([who, []]);
      }
    }
  });
});

test('a session sees no row of another centre and no restricted row in any table, whatever it asks', async () => {
  const { house, askers, other } = world;
  for (const login of ['app', 'reader'] as const) {
    for (const { table, columns } of await tablesOf(world)) {
      await house.databases[login].transaction().execute(async (tx) => {
        await sql`select set_config('serai.session', ${askers.counsellor.sessionToken}, true)`.execute(tx);
        const foreign = columns.includes('centre_id') ? sql`centre_id = ${other.centreId}` : sql`false`;
        const closed = columns.includes('restricted') ? sql`restricted` : sql`false`;
        const found = sql<{
          n: number;
        }>`select count(*)::int as n from ${sql.table(`serai.${table}`)} where (${foreign}) or (${closed})`;
        await sql`savepoint before`.execute(tx);
        const n = await found.execute(tx).then(
          ({ rows }) => rows[0]?.n,
          () => sql`rollback to before`.execute(tx).then(() => 'may not look'),
        );
        const isPublic = login === 'reader' && forEverybody.has(table);
        expect([login, table, n === 'may not look' ? 0 : n]).toEqual([login, table, isPublic ? n : 0]);
      });
    }
  }
});

test('of another centre, only published pages are seen, and nothing of its working copies', async () => {
  const { house, stranger } = world;
  const { pageId } = await addTestGuide(house, stranger);
  for (const login of ['app', 'reader'] as const) {
    await house.databases[login].transaction().execute(async (tx) => {
      for (const table of ['guide_text', 'guide_quote', 'guide_version']) {
        const { rows } =
          await sql`select 1 from ${sql.table(`serai.${table}`)} where page_id = ${pageId}`.execute(tx);
        expect([login, table, rows]).toEqual([login, table, []]);
      }
      const { rows } = await sql`select 1 from guide_page where id = ${pageId}`.execute(tx);
      expect([login, rows]).toEqual([login, []]);
    });
  }
});

test('a session cannot write a row into another centre or move one there', async () => {
  const { house, askers, other } = world;
  const attempts = {
    'insert draft': sql`insert into draft (staff_id, centre_id, form, subject_id, key_id, sealed, updated_at)
        values (${askers.counsellor.staffId}, ${other.centreId}, 'contact', gen_random_uuid(), gen_random_uuid(), '', now())`,
    'move client': sql`update client set centre_id = ${other.centreId}`,
    'move contact': sql`update contact set centre_id = ${other.centreId}`,
    'move staff': sql`update staff_member set centre_id = ${other.centreId}`,
  };
  for (const [what, attempt] of Object.entries(attempts)) {
    const trying = house.databases.app.transaction().execute(async (tx) => {
      await sql`select set_config('serai.session', ${askers.counsellor.sessionToken}, true)`.execute(tx);
      await attempt.execute(tx);
    });
    expect([
      what,
      await trying.then(
        () => 'done',
        (error: { code?: string }) => error.code,
      ),
    ]).toEqual([what, '42501']);
  }
});

function byName(name: string): Action {
  const found = actions.find((action) => nameOf(action) === name);
  if (!found) throw new Error(`there is no act called ${name}`);
  return found;
}

/** Asked as somebody would who knows what is hidden. */
function temptations(name: string): object[] {
  switch (name) {
    case 'client.find':
      return hiddenNames.map((text) => ({ text }));
    case 'contact.list':
    case 'follow-up.list':
      return [{ whose: 'all' }];
    case 'staff.names':
      return [{ ids: hiddenIds }];
    case 'arrival.list':
    case 'arrival.who':
      return world.other.siteIds.map((siteId) => ({ siteId }));
    case 'audit.list':
      return hiddenIds.map((file) => ({ file }));
    default:
      return [];
  }
}

/** The record of who did what names a restricted file by its id, and the house's own colleague who made it. */
const mayName: Record<string, (id: string) => boolean> = {
  'audit.list': (id) =>
    !world.other.siteIds.includes(id) && id !== world.other.centreId && id !== world.stranger.staffId,
  'audit.event': () => false,
  // What hangs on a centre's door: itself and its open sites.
  'network.list-centres': (id) => id === world.other.centreId || world.other.siteIds.includes(id),
  'network.other-centres': (id) => id === world.other.centreId,
  'network.figures': (id) => id === world.other.centreId,
  // Every centre of the house is offered to go on in; whether one has an account there is told after a proof.
  'session.centres': (id) => id === world.other.centreId,
};

function leaks(answer: unknown, name: string): string[] {
  const text = JSON.stringify(answer) ?? '';
  const ids = hiddenIds.filter((id) => text.includes(id) && !mayName[name]?.(id));
  return [...ids, ...hiddenNames.filter((hidden) => text.includes(hidden))];
}

async function outcome(action: Action, actor: Actor, input: Record<string, unknown>): Promise<string> {
  const { house } = world;
  try {
    await (action.kind === 'operation'
      ? execute(house, action.operation, actor, input)
      : read(house, action.query, actor, input));
    return 'let through';
  } catch (error) {
    refusedOrThrow(error);
    return 'refused';
  }
}

/** Outside of a centre there is nothing to ask about; some acts notice that only when they look for it. */
function refusedOrThrow(error: unknown): undefined {
  if (isProblem(error) && error.status < 500) return undefined;
  // With the rule on, nobody without a centre comes this far: then there is no centre's id to look with.
  if (error instanceof Error && 'code' in error && error.code === '22P02') return undefined;
  throw error;
}

/** Every row behind the wall, in short, as the superuser sees it. */
async function fingerprints({ house, other }: World, standing: Standing): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const { table, columns } of await tablesOf(world)) {
    if (table.startsWith('audit_') || table === 'session') continue;
    const where =
      standing === 'restricted'
        ? columns.includes('restricted') && 'restricted'
        : columns.includes('centre_id') && `centre_id = '${other.centreId}'`;
    if (!where) continue;
    const { rows } = await house.admin.query(
      `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as print from serai.${table} t where ${where}`,
    );
    prints[table] = String(rows[0]?.print);
  }
  return prints;
}

async function tablesOf({ house }: World): Promise<{ table: string; columns: string[] }[]> {
  const { rows } =
    await house.admin.query(`select table_name as table, array_agg(column_name::text) as columns
    from information_schema.columns where table_schema = 'serai' group by table_name order by table_name`);
  return rows as { table: string; columns: string[] }[];
}
