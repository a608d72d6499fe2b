import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { addTestStaff, openTestCentre, signIn, type TestCentre } from '#modules/staff/staff.testing.ts';
import type { Actor } from '../actor.ts';
import { permissions } from '#app/permissions.ts';
import { composePolicy } from '../policy/policy.ts';
import { Problem } from '../problem.ts';
import { openTestHouse, type TestHouse } from '../testing/test-house.server.ts';
import { execute } from './execute.server.ts';
import { operationsOn } from './operation.server.ts';
import { queriesOn } from './query.server.ts';
import { read } from './read.server.ts';

interface TicketTables {
  ticket_counter: { centre_id: string; site_id: string; day: string; last: number };
}

const toy = {
  'toy.count': { coordinator: ['centre'] },
  'toy.look': { coordinator: ['centre'], counsellor: ['own'] },
  'toy.own': { counsellor: ['own'] },
} as const;
const site = '11111111-1111-4111-8111-111111111111';

let house: TestHouse;
let centre: TestCentre;
beforeAll(async () => {
  house = await openTestHouse({ policy: composePolicy([...permissions, toy]) });
  centre = await openTestCentre(house);
});
afterAll(() => house?.close());

/** Writes one row, then does what the test wants at the end of the operation. */
const count = (end: () => void = () => {}) =>
  operationsOn<TicketTables>()({
    name: 'toy.count',
    input: z.object({ last: z.number().int() }),
    subject: 'toy',
    async run({ tx, actor, enqueue }, { last }) {
      const day = '2026-03-10';
      await tx
        .insertInto('ticket_counter')
        .values({ centre_id: actor.centre?.id ?? '', site_id: site, day, last })
        .onConflict((conflict) => conflict.columns(['centre_id', 'site_id', 'day']).doUpdateSet({ last }))
        .execute();
      await enqueue('toy', { last });
      end();
      return { result: { last }, audit: { subjectId: site, fields: ['last'] } };
    },
  });

const look = queriesOn<TicketTables>()({
  name: 'toy.look',
  params: z.object({}),
  subject: 'toy',
  audit: 'viewed',
  run: async ({ tx }) => ({
    answer: await tx.selectFrom('ticket_counter').selectAll().execute(),
    viewed: { count: 1 },
  }),
});

const last = async () => (await house.admin.query('select last from serai.ticket_counter')).rows[0]?.last;
const events = async () =>
  Number((await house.admin.query('select count(*) from serai.audit_event')).rows[0].count);
const queued = async () =>
  Number((await house.admin.query('select count(*) from graphile_worker._private_jobs')).rows[0].count);

test('a transaction without a session sees no row and writes none', async () => {
  await execute(house, count(), centre.coordinator.actor, { last: 1 });
  expect((await sql`select * from ticket_counter`.execute(house.databases.app)).rows).toEqual([]);
  await expect(
    sql`insert into ticket_counter values (${centre.centreId}, ${site}, '2026-01-01', 1)`.execute(
      house.databases.app,
    ),
  ).rejects.toThrow(/row-level security/);
});

test('a role without permission is refused, changes nothing, and the refusal is recorded', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['data_officer']);
  const before = await last();
  await expect(execute(house, count(), actor, { last: 99 })).rejects.toMatchObject({
    code: 'forbidden',
    status: 403,
  });
  expect(await last()).toBe(before);
  const { rows } = await house.admin.query(
    'select actor_id, action, result from serai.audit_event order by seq desc limit 1',
  );
  expect(rows).toEqual([{ actor_id: actor.staffId, action: 'toy.count', result: 'refused' }]);
});

test('the public leaves no trace, so that a flood cannot grow the chain', async () => {
  const before = await events();
  await expect(
    execute(house, count(), { kind: 'public', roles: ['public'] }, { last: 1 }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  expect(await events()).toBe(before);
});

test('an operation that fails at its end leaves no row, no job, no event and no answer', async () => {
  const before = [await last(), await events(), await queued()];
  const failing = count(() => {
    throw new Problem('conflict.version', 409);
  });
  const key = { idempotencyKey: 'fails-at-the-end' };
  await expect(execute(house, failing, centre.coordinator.actor, { last: 77 }, key)).rejects.toMatchObject({
    code: 'conflict.version',
  });
  expect([await last(), await events(), await queued()]).toEqual(before);
  await expect(execute(house, count(), centre.coordinator.actor, { last: 78 }, key)).resolves.toEqual({
    last: 78,
  });
});

test('a transaction that lost a race runs again', async () => {
  let attempts = 0;
  const unlucky = count(() => {
    attempts += 1;
    if (attempts === 1) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  });
  await expect(execute(house, unlucky, centre.coordinator.actor, { last: 5 })).resolves.toEqual({ last: 5 });
  expect(attempts).toBe(2);
});

test.each(['short', 'has a space in it', 'x'.repeat(101), 'naïve-key'])(
  '“%s” is no idempotency key',
  async (idempotencyKey) => {
    await expect(
      execute(house, count(), centre.coordinator.actor, { last: 1 }, { idempotencyKey }),
    ).rejects.toMatchObject({ code: 'idempotency.key-invalid' });
  },
);

test('the same key means the same thing only for the same person', async () => {
  const other = await signIn(house, centre.coordinator);
  const key = { idempotencyKey: 'key-of-the-coordinator' };
  await execute(house, count(), centre.coordinator.actor, { last: 11 }, key);
  await expect(execute(house, count(), other, { last: 12 }, key)).rejects.toMatchObject({
    code: 'idempotency.conflict',
  });
});

test('a session that ended opens nothing, even in the hands of the application', async () => {
  const actor = await signIn(house, centre.coordinator);
  await house.admin.query('update serai.session set ended_at = now() where id = $1', [actor.sessionId]);
  await expect(execute(house, count(), actor, { last: 3 })).rejects.toMatchObject({
    code: 'session.expired',
  });
  expect(await read(house, look, actor, {}).catch((error: Error) => error.message)).not.toEqual(
    expect.arrayContaining([expect.anything()]),
  );
});

test('a relation that is not enough is refused after the look, and no answer leaves', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['counsellor']);
  await expect(read(house, look, actor, {})).rejects.toMatchObject({ code: 'forbidden' });
});

test('a read is recorded before its answer; what cannot be recorded is not answered', async () => {
  const before = await events();
  expect(await read(house, look, centre.coordinator.actor, {})).toHaveLength(1);
  expect(await events()).toBe(before + 1);
  await house.admin.query('revoke insert on serai.audit_event from serai_audit');
  await expect(read(house, look, centre.coordinator.actor, {})).rejects.toThrow();
  await house.admin.query('grant insert on serai.audit_event to serai_audit');
});

test('a query cannot write, whatever it tries', async () => {
  const sly = queriesOn<TicketTables>()({
    name: 'toy.look',
    params: z.object({}),
    subject: 'toy',
    audit: 'none',
    run: async ({ tx }) => ({ answer: await tx.updateTable('ticket_counter').set({ last: 666 }).execute() }),
  });
  await expect(read(house, sly, centre.coordinator.actor, {})).rejects.toThrow(/permission denied|read-only/);
});

test('an injected statement cannot become another role', async () => {
  for (const login of ['app', 'reader', 'auth', 'audit', 'indexer'] as const) {
    const database = house.databases[login];
    for (const role of [
      'serai_owner',
      'serai_migrator',
      'serai_superuser',
      login === 'auth' ? 'serai_app' : 'serai_auth',
    ]) {
      await expect(sql`set role ${sql.id(role)}`.execute(database)).rejects.toThrow(/permission denied/);
    }
    await expect(sql`create table stolen (x int)`.execute(database)).rejects.toThrow(/permission denied/);
  }
});

test('eight writers at once leave a chain without a gap', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      execute(house, count(), centre.coordinator.actor, { last: index }),
    ),
  );
  const { rows } = await house.admin.query(
    'select seq from serai.audit_event where centre_id = $1 order by seq',
    [centre.centreId],
  );
  expect(rows.map((row) => Number(row.seq))).toEqual(rows.map((_, index) => index + 1));
});

test('nobody can change or remove an event, not even the roles that write them', async () => {
  for (const login of ['app', 'auth', 'audit'] as const) {
    await expect(sql`update audit_event set action = 'x'`.execute(house.databases[login])).rejects.toThrow(
      /permission denied/,
    );
    await expect(sql`delete from audit_event`.execute(house.databases[login])).rejects.toThrow(
      /permission denied/,
    );
  }
  await expect(sql`update audit_head set seq = seq - 1`.execute(house.databases.audit)).rejects.toThrow(
    /only moves forward/,
  );
});

test('an actor whose session belongs to another house is nobody here', async () => {
  const stranger: Actor = { ...centre.coordinator.actor, sessionToken: 'a'.repeat(43) };
  await expect(execute(house, count(), stranger, { last: 1 })).rejects.toMatchObject({
    code: 'session.expired',
  });
});

test('what takes longer than anybody waits is broken off in the database, and leaves nothing', async () => {
  const before = await last();
  const sleep = operationsOn<TicketTables>()({
    name: 'toy.count',
    input: z.object({}),
    subject: 'toy',
    async run({ tx }) {
      await sql`update ticket_counter set last = 77`.execute(tx);
      await sql`select pg_sleep(15)`.execute(tx);
      return { result: {}, audit: { subjectId: site } };
    },
  });
  await expect(
    execute(house, sleep, centre.coordinator.actor, {}, { deadline: performance.now() + 300 }),
  ).rejects.toMatchObject({ code: 'server.slow', status: 503 });
  expect(await last()).toBe(before);
  const rest = queriesOn<TicketTables>()({
    ...look,
    run: async ({ tx }) => ({ answer: await sql`select pg_sleep(15)`.execute(tx) }),
  });
  await expect(
    read(house, rest, centre.coordinator.actor, {}, { deadline: performance.now() + 300 }),
  ).rejects.toMatchObject({ code: 'server.slow', status: 503 });
  const busy = await house.admin.query(
    `select count(*)::int as n from pg_stat_activity where datname = current_database() and query like '%pg_sleep(15)%'
       and state = 'active' and pid <> pg_backend_pid()`,
  );
  expect(busy.rows[0].n).toBe(0);
});

test('what nobody waits for any more is not begun, and the next one has its usual time', async () => {
  const late = { deadline: performance.now() - 1 };
  await expect(execute(house, count(), centre.coordinator.actor, { last: 5 }, late)).rejects.toMatchObject({
    code: 'server.slow',
    status: 503,
  });
  const time = queriesOn<TicketTables>()({
    ...look,
    run: async ({ tx }) => ({
      answer: (await sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(tx))
        .rows,
    }),
  });
  expect(await read(house, time, centre.coordinator.actor, {})).toEqual([{ limit: '20s' }]);
});

test('a session that is ended while its request is on the way is told so, and nothing of it stays', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['coordinator']);
  const before = [await last(), await events(), await queued()];
  const endedMeanwhile = operationsOn<TicketTables>()({
    name: 'toy.count',
    input: z.object({}),
    subject: 'toy',
    async run({ tx, actor: { centre: at } }) {
      await house.admin.query('update serai.session set ended_at = now() where id = $1', [actor.sessionId]);
      await tx
        .insertInto('ticket_counter')
        .values({ centre_id: at?.id ?? '', site_id: site, day: '2026-03-11', last: 99 })
        .execute();
      return { result: {}, audit: { subjectId: site, fields: [] } };
    },
  });
  await expect(execute(house, endedMeanwhile, actor, {})).rejects.toMatchObject({
    code: 'session.expired',
    status: 401,
  });
  expect([await last(), await events(), await queued()]).toEqual(before);
});

test('a wall that refuses a living session is a fault and no expired session', async () => {
  const elsewhere = operationsOn<TicketTables>()({
    name: 'toy.count',
    input: z.object({}),
    subject: 'toy',
    async run({ tx }) {
      await tx
        .insertInto('ticket_counter')
        .values({ centre_id: site, site_id: site, day: '2026-03-11', last: 99 })
        .execute();
      return { result: {}, audit: { subjectId: site, fields: [] } };
    },
  });
  await expect(execute(house, elsewhere, centre.coordinator.actor, {})).rejects.toMatchObject({
    code: '42501',
  });
});

test('a session that is ended while it reads is told so too', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['coordinator']);
  const lookTwice = queriesOn<TicketTables>()({
    name: 'toy.look',
    params: z.object({}),
    subject: 'toy',
    audit: 'none',
    async run({ tx }) {
      const one = () => tx.selectFrom('ticket_counter').selectAll().limit(1).executeTakeFirstOrThrow();
      await one();
      await house.admin.query('update serai.session set ended_at = now() where id = $1', [actor.sessionId]);
      return { answer: await one() };
    },
  });
  await execute(house, count(), centre.coordinator.actor, { last: 21 });
  await expect(read(house, lookTwice, actor, {})).rejects.toMatchObject({ code: 'session.expired' });
});

test('a session that is ended before its audit row is told so, and what it did is undone', async () => {
  const { actor } = await addTestStaff(house, centre.coordinator.actor, ['coordinator']);
  const before = [await last(), await events(), await queued()];
  const lateEnd = operationsOn<TicketTables>()({
    name: 'toy.count',
    input: z.object({}),
    subject: 'toy',
    async run({ enqueue }) {
      await enqueue('toy', { last: 1 });
      await house.admin.query('update serai.session set ended_at = now() where id = $1', [actor.sessionId]);
      return { result: {}, audit: { subjectId: site, fields: [] } };
    },
  });
  await expect(execute(house, lateEnd, actor, {})).rejects.toMatchObject({ code: 'session.expired' });
  expect([await last(), await events(), await queued()]).toEqual(before);
});
