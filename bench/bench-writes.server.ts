import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { peopleIndex } from '#modules/clients/people-index.server.ts';
import { recordContact } from '#modules/contacts/operations/record-contact.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import { localDay } from '#platform/language/local-day.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { type Figure, figure, median } from './bench-figure.ts';
import { openBenchCentre, openBenchHouse } from './bench-house.server.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';
import { continueChain } from './bulk-audit.server.ts';
import { bulkTalk, contactRows } from './bulk-contacts.server.ts';
import { bulkPerson, personAudit, personRows } from './bulk-people.server.ts';

const atOnce = 8;
const rounds = 5;
const filePrefix = 'M';

/**
 * Writing, eight at a time, against plain SQL that writes the same rows into the same tables of the same house: one
 * transaction each, prepared statements, everything sealed and decided beforehand, no row security in its way. Rounds
 * of both take turns, so that a busy machine is busy for both; the median round counts.
 */
export const writesPart: BenchPart = { name: 'writes', steps: [measureWrites] };

async function measureWrites({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const { house, admin, close } = await openBenchHouse(dir);
  const centre = await openBenchCentre(house);
  const actor = centre.staff.get('counsellor1') as StaffActor;
  const siteId = centre.siteIds[0] ?? '';
  await peopleIndex(house).ready;
  const perRound = small ? 40 : 400;
  const moment = () => ({ now: new Date(), today: localDay(new Date(), actor.centre.timeZone) });
  const answer = () => ({
    owner_id: actor.staffId,
    key: randomUUID(),
    body_mac: randomBytes(32),
    answer_key: randomUUID(),
    sealed_answer: randomBytes(160),
    created_at: new Date(),
  });
  let number = 0;
  const people: string[] = [];

  async function registerByOperation(): Promise<number> {
    const inputs = Array.from({ length: perRound }, () => bulkPerson((number += 1)));
    return speedOf(inputs, async ({ person, safe, consent }) => {
      const { clientId } = await execute(
        house,
        registerClient,
        actor,
        { ...person, ...safe, consent, siteId, registerAnyway: true },
        { idempotencyKey: randomUUID() },
      );
      people.push(clientId);
    });
  }

  async function registerPlainly(): Promise<number> {
    const chain = await continueChain(house, admin, actor.centre.id);
    const { now, today } = moment();
    const made = await Promise.all(
      Array.from({ length: perRound }, async () => {
        const input = bulkPerson((number += 1));
        const rows = await personRows(0, input, { house, centre, actor, siteId, filePrefix, now, today });
        return {
          rows,
          audit: personAudit(chain, rows, input, actor, now),
          answer: { ...answer(), operation: registerClient.name },
        };
      }),
    );
    return speedOf(made, ({ rows, audit, answer: kept }) =>
      inTransaction(admin, async (client) => {
        await insertOne(client, 'idempotency', kept);
        const counter = await client.query<{ last: number }>({
          name: 'counter',
          text: 'insert into file_number (centre_id, year, last) values ($1, $2, 1) on conflict (centre_id, year) do update set last = file_number.last + 1 returning last',
          values: [actor.centre.id, Number(today.slice(0, 4))],
        });
        await insertOne(client, 'client', {
          ...rows.client,
          file_no: `P-${today.slice(0, 4)}-${counter.rows[0]?.last}`,
        });
        await insertOne(client, 'client_identity', rows.identity);
        await insertMany(client, 'consent', rows.consents);
        await appendPlainly(client, actor.centre.id, audit);
      }),
    );
  }

  async function recordByOperation(): Promise<number> {
    const talks = Array.from({ length: perRound }, () =>
      bulkTalk((number += 1), people[number % people.length]),
    );
    return speedOf(talks, async (talk) => {
      await execute(house, recordContact, actor, { ...talk, siteId }, { idempotencyKey: randomUUID() });
    });
  }

  async function recordPlainly(): Promise<number> {
    const chain = await continueChain(house, admin, actor.centre.id);
    const { now, today } = moment();
    const facts = {
      sex: 'female',
      ageBand: '25_34',
      stage: 'intending',
      nationality: 'PK',
      district: 'Sindh',
    };
    const made = await Promise.all(
      Array.from({ length: perRound }, async () => {
        number += 1;
        const id = people[number % people.length] ?? '';
        const rows = await contactRows(bulkTalk(number, id), { id, facts }, false, {
          house,
          actor,
          siteId,
          now,
          today,
        });
        return { id, rows, audit: rows.audit(chain), answer: { ...answer(), operation: recordContact.name } };
      }),
    );
    return speedOf(made, ({ id, rows, audit, answer: kept }) =>
      inTransaction(admin, async (client) => {
        await insertOne(client, 'idempotency', kept);
        await insertOne(client, 'contact', rows.contact);
        if (rows.link) await insertOne(client, 'contact_client', rows.link);
        await client.query({
          name: 'touch',
          text: 'update client set last_contact_on = greatest(last_contact_on, $2), retention_until = greatest(retention_until, $2) where id = $1',
          values: [id, today],
        });
        await appendPlainly(client, actor.centre.id, audit);
      }),
    );
  }

  const speeds = {
    register: [] as number[],
    plainRegister: [] as number[],
    record: [] as number[],
    plainRecord: [] as number[],
  };
  for (let round = 0; round <= rounds; round += 1) {
    const [a, b, c, d] = [
      await registerByOperation(),
      await registerPlainly(),
      await recordByOperation(),
      await recordPlainly(),
    ];
    // The first round warms up the caches of both.
    if (round === 0) continue;
    speeds.register.push(a);
    speeds.plainRegister.push(b);
    speeds.record.push(c);
    speeds.plainRecord.push(d);
    say(`round ${round}: ${[a, b, c, d].map((speed) => speed.toFixed(0)).join(', ')} a second`);
  }
  await centre.close();
  await close();
  const [plainRegister, plainRecord] = [median(speeds.plainRegister), median(speeds.plainRecord)];
  return [
    figure({
      name: 'register a person, 8 at a time',
      value: median(speeds.register),
      unit: 'people/s',
      sense: 'least',
      aim: plainRegister / 4,
      limit: plainRegister,
      note: 'limit: plain SQL, the same rows; at least a quarter',
    }),
    figure({
      name: 'record a contact, 8 at a time',
      value: median(speeds.record),
      unit: 'contacts/s',
      sense: 'least',
      aim: plainRecord / 3,
      limit: plainRecord,
      note: 'limit: plain SQL, the same rows; at least a third',
    }),
  ];
}

/** Pieces of work done in a second. */
async function speedOf<Piece>(
  pieces: readonly Piece[],
  work: (piece: Piece) => Promise<void>,
): Promise<number> {
  const start = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < pieces.length) {
        const piece = pieces[next] as Piece;
        next += 1;
        await work(piece);
      }
    }),
  );
  return pieces.length / ((performance.now() - start) / 1000);
}

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await work(client);
    await client.query('commit');
  } finally {
    client.release();
  }
}

function insertOne(client: pg.PoolClient, table: string, row: object): Promise<unknown> {
  const columns = Object.keys(row);
  const places = columns.map((_, at) => `$${at + 1}`).join(', ');
  return client.query({
    name: `one ${table}`,
    text: `insert into ${table} (${columns.join(', ')}) values (${places})`,
    values: Object.values(row),
  });
}

function insertMany(client: pg.PoolClient, table: string, rows: readonly object[]): Promise<unknown> {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map(
    (_, line) => `(${columns.map((__, at) => `$${line * columns.length + at + 1}`).join(', ')})`,
  );
  return client.query({
    name: `many ${table} ${rows.length}`,
    text: `insert into ${table} (${columns.join(', ')}) values ${lines.join(', ')}`,
    values: rows.flatMap((row) => Object.values(row)),
  });
}

/** The row of the chain and its head. Where it stands in the chain only the database knows by now. */
async function appendPlainly(client: pg.PoolClient, centreId: string, audit: object): Promise<void> {
  const hash = randomBytes(32);
  const head = await client.query<{ seq: number }>({
    name: 'head',
    text: 'update audit_head set seq = seq + 1, hash = $2 where centre_id = $1 returning seq',
    values: [centreId, hash],
  });
  await insertOne(client, 'audit_event', { ...audit, seq: head.rows[0]?.seq, hash });
}
