import type pg from 'pg';
import type { DemoCentre } from '#app/demo/open-demo-centre.server.ts';
import type { House } from '#platform/house.server.ts';
import { addDays, localDay } from '#platform/language/local-day.ts';
import { zonedTime } from '#platform/language/zoned-time.ts';
import { continueChain } from './bulk-audit.server.ts';
import { bulkTalk, contactRows } from './bulk-contacts.server.ts';
import { bulkPerson, type PersonRows, personAudit, personRows } from './bulk-people.server.ts';
import { insertRows } from './insert-rows.server.ts';

export interface BulkSize {
  people: number;
  contacts: number;
  /** Without these the rows of the ledger of consents and of the audit are left out: for what reads neither. */
  complete: boolean;
}

interface Bulk {
  house: House;
  admin: pg.Pool;
  centre: DemoCentre;
  size: BulkSize;
  onProgress?: (text: string) => void;
}

const batch = 1_000;
const inFlight = 3;
const filePrefix = 'M';

/**
 * Fills a centre with a big register: the rows that the operations would have written, made by their own functions, but
 * written by the thousand through the superuser's socket. Answers to repeated writes (`idempotency`) are left out: they
 * are kept for weeks only. `bulk-load.test.ts` compares with what the operations write.
 */
export async function bulkLoad({ house, admin, centre, size, onProgress }: Bulk): Promise<string[]> {
  const actor = centre.staff.get('counsellor1');
  const siteId = centre.siteIds[0];
  if (!actor || !siteId) throw new Error('the centre has nobody to write for it');
  const zone = actor.centre.timeZone;
  const today = localDay(new Date(), zone);
  const firstDay = addDays(today, -548);
  const dayOf = (share: number) => addDays(firstDay, Math.floor(548 * share));
  const momentOf = (share: number, number: number) =>
    new Date(zonedTime(dayOf(share), '09:00', zone).getTime() + (number % 420) * 60_000);
  const chain = await continueChain(house, admin, actor.centre.id);
  const people: Pick<PersonRows, 'id' | 'facts'>[] = [];
  const lastContact = new Map<number, string>();
  const write = createWriter(admin);

  for (let from = 0; from < size.people; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, size.people - from) }, (_, at) => from + at);
    const inputs = numbers.map((number) => bulkPerson(number));
    const rows = await Promise.all(
      numbers.map((number, at) => {
        const share = number / size.people;
        return personRows(number + 1, inputs[at] as (typeof inputs)[number], {
          house,
          centre,
          actor,
          siteId,
          filePrefix,
          now: momentOf(share, number),
          today: dayOf(share),
        });
      }),
    );
    people.push(...rows.map(({ id, facts }) => ({ id, facts })));
    await write(async (client) => {
      await insertRows(
        client,
        'client',
        rows.map((row) => row.client),
      );
      await insertRows(
        client,
        'client_identity',
        rows.map((row) => row.identity),
      );
      await insertRows(
        client,
        'client_change',
        rows.map(({ id }) => ({ client_id: id, centre_id: actor.centre.id })),
      );
      if (size.complete)
        await insertRows(
          client,
          'consent',
          rows.flatMap((row) => row.consents),
        );
    });
    if (size.complete) {
      const audit = rows.map((row, at) =>
        personAudit(
          chain,
          row,
          inputs[at] as (typeof inputs)[number],
          actor,
          momentOf((numbers[at] ?? 0) / size.people, numbers[at] ?? 0),
        ),
      );
      await write((client) => insertRows(client, 'audit_event', audit));
    }
    if (from % 50_000 === 0) onProgress?.(`${from} people`);
  }

  for (let from = 0; from < size.contacts; from += batch) {
    const numbers = Array.from({ length: Math.min(batch, size.contacts - from) }, (_, at) => from + at);
    const rows = await Promise.all(
      numbers.map((number) => {
        const share = number / size.contacts;
        const day = dayOf(share);
        // Those who came by then, spread so that everybody has a few and some have many.
        const known = Math.floor(share * people.length);
        const index =
          number % 3 === 2 || known === 0
            ? undefined
            : Math.floor(known * ((number * 0.618_033_988_7) % 1) ** 1.5);
        const person = index === undefined ? undefined : people[index];
        const firstTime = index !== undefined && !lastContact.has(index);
        if (index !== undefined) lastContact.set(index, day);
        return contactRows(bulkTalk(number, person?.id), person, firstTime, {
          house,
          actor,
          siteId,
          now: momentOf(share, number),
          today: day,
        });
      }),
    );
    await write(async (client) => {
      await insertRows(
        client,
        'contact',
        rows.map((row) => row.contact),
      );
      await insertRows(
        client,
        'contact_client',
        rows.flatMap((row) => row.link ?? []),
      );
      if (size.complete)
        await insertRows(
          client,
          'audit_event',
          rows.map((row) => row.audit(chain)),
        );
    });
    if (from % 50_000 === 0) onProgress?.(`${from} contacts`);
  }
  await write.done();
  await chain.close(admin);
  await settle(admin, actor.centre.id, people, lastContact, today, size.people);
  return people.map(({ id }) => id);
}

/** What the operations would have moved along the way: last contacts, the counter of file numbers. */
async function settle(
  admin: pg.Pool,
  centreId: string,
  people: readonly { id: string }[],
  lastContact: ReadonlyMap<number, string>,
  today: string,
  count: number,
): Promise<void> {
  const served = [...lastContact];
  for (let from = 0; from < served.length; from += 20_000) {
    const part = served.slice(from, from + 20_000);
    await admin.query(
      `update client c set last_contact_on = t.day, retention_until = greatest(c.retention_until, (t.day + interval '2 years')::date)
       from unnest($1::uuid[], $2::date[]) as t (id, day) where c.id = t.id`,
      [part.map(([index]) => people[index]?.id), part.map(([, day]) => day)],
    );
  }
  await admin.query(
    'insert into file_number (centre_id, year, last) values ($1, $2, $3) on conflict (centre_id, year) do update set last = excluded.last',
    [centreId, Number(today.slice(0, 4)), count],
  );
  await admin.query('vacuum analyze');
}

/** A few batches travel while the next one is made. */
function createWriter(admin: pg.Pool) {
  const running = new Set<Promise<void>>();
  async function write(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    while (running.size >= inFlight) await Promise.race(running);
    const task = (async () => {
      const client = await admin.connect();
      try {
        await client.query(
          `begin; set local session_replication_role = replica; set local search_path = serai`,
        );
        await work(client);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback').catch(() => {});
        throw error;
      } finally {
        client.release();
      }
    })();
    running.add(task);
    task.then(
      () => running.delete(task),
      () => {},
    );
  }
  return Object.assign(write, { done: async () => void (await Promise.all(running)) });
}
