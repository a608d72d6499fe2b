import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { PoolClient } from 'pg';
import { openPool } from '#platform/database/databases.server.ts';
import type { House } from '#platform/house.server.ts';
import { createPeopleIndex, type Hit, type IndexedPerson } from '#platform/name-matching/people-index.ts';
import { Problem } from '#platform/problem.ts';
import { unsealIdentities } from './client-identity.server.ts';
import { inSlices } from './in-slices.ts';
import {
  formerFileNos,
  indexedPerson,
  type IndexerTables,
  indexPage,
  type IndexRow,
  nextIds,
  openCards,
  readPage,
  readPeople,
} from './index-rows.server.ts';

/**
 * Names are searched in memory only: nothing searchable is stored. The index is built from the sealed rows after the
 * start, and every search first catches up with what was committed since, so that each process sees every write,
 * its own and others', at once. It returns ids, scores and reasons; whatever is shown is read again as the asker.
 */
export interface PeopleDirectory {
  /** Whole percent of the first building; 100 when done. */
  readonly progress: number;
  readonly size: number;
  /** Resolves when the first building is done. */
  ready: Promise<void>;
  /** @throws Problem `clients.index-building` (503) while the index is not yet whole */
  search(centreId: string, text: string, options: { limit: number; birthYear?: number }): Promise<Hit[]>;
  /** People who may be the same as this one. @throws as `search` */
  similar(person: IndexedPerson, limit: number): Promise<Hit[]>;
  /** The same for somebody of the index. @throws as `search` */
  similarTo(centreId: string, id: string, limit: number): Promise<Hit[]>;
  /** The same for many people of any centre, in the order given. @throws as `search` */
  similarOfMany(people: readonly IndexedPerson[], limit: number): Promise<Hit[][]>;
  /**
   * The next files of a centre in the order of their ids, each with the later ones that look alike: whoever asks on from
   * the last id meets every pair once. Other work gets its turn every few milliseconds. @throws as `search`
   */
  sweep(centreId: string, after: string | null, people: number): Promise<SweptPerson[]>;
  /** How two files look beside each other; undefined when one of them is not there. @throws as `search` */
  compare(centreId: string, pairs: readonly (readonly [string, string])[]): Promise<(number | undefined)[]>;
  /** How many people of a centre there are. @throws as `search` */
  count(centreId: string): Promise<number>;
}

export interface SweptPerson {
  id: string;
  hits: Hit[];
}

const mostPairsOfOne = 20;
/** People put into the index before other work gets its turn: a few milliseconds. */
const sliceSize = 100;
const patience = 1_500;
const resource = 'people-index';

/** The house's index of people, building itself from the first call on. */
export function peopleIndex(house: House): PeopleDirectory {
  const found = house.resources.get(resource) as PeopleDirectory | undefined;
  if (found) return found;
  const made = openDirectory(house);
  house.resources.set(resource, made);
  return made;
}

function openDirectory(house: House): PeopleDirectory {
  const database: Kysely<IndexerTables> = house.databases.indexer;
  const index = createPeopleIndex();
  let progress = 0;
  let horizon = '0';
  let seen = new Set<number>();
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;
  let closed = false;

  async function build(): Promise<void> {
    // The horizon first: whatever commits while the pages are read is caught up with afterwards.
    horizon = await currentHorizon(database);
    const counted = await sql<{ count: number }>`select count(*) as count from client_identity`.execute(
      database,
    );
    const total = counted.rows[0]?.count ?? 0;
    let next = readPage(database, null);
    let done = 0;
    for (;;) {
      const rows = await next;
      const last = rows.at(-1);
      if (!last || closed) break;
      // The next page travels while this one is opened.
      next = readPage(database, last.client_id);
      next.catch(() => {});
      await take(rows);
      done += rows.length;
      progress = Math.min(99, Math.floor((done / Math.max(1, total)) * 100));
    }
    await catchUpOnce();
    progress = 100;
  }

  async function take(rows: readonly IndexRow[]): Promise<void> {
    const identities = await unsealIdentities(house.vault, rows);
    const cards = await openCards(house, rows);
    const former = await formerFileNos(database, rows);
    for (const [at, row] of rows.entries()) {
      if (at % sliceSize === sliceSize - 1) await nextTurn();
      const identity = identities.get(row.client_id);
      const references = [...(former.get(row.client_id) ?? []), ...(cards.get(row.client_id) ?? [])];
      if (identity && row.merged_into === null) index.put(indexedPerson(row, identity, references));
      else index.remove(row.client_id);
    }
  }

  /** Sequences commit out of order, so it asks by transaction: everything from the oldest that was still open last time. */
  async function catchUpOnce(): Promise<void> {
    const { rows } = await sql<{ horizon: string; seq: number | null; client_id: string | null }>`
      select now.horizon, c.seq, c.client_id
      from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) now
      left join client_change c on c.xid >= ${horizon}::xid8`.execute(database);
    const changed = new Set<string>();
    const present = new Set<number>();
    for (const row of rows) {
      if (row.seq === null || row.client_id === null) continue;
      present.add(row.seq);
      if (!seen.has(row.seq)) changed.add(row.client_id);
    }
    const ids = [...changed];
    for (let at = 0; at < ids.length; at += indexPage) {
      const page = ids.slice(at, at + indexPage);
      const found = await readPeople(database, page);
      await take(found);
      const there = new Set(found.map((row) => row.client_id));
      for (const id of page) if (!there.has(id)) index.remove(id);
    }
    // Only now: a failed round is tried again from the same place.
    seen = present;
    horizon = rows[0]?.horizon ?? horizon;
  }

  /** A round that began earlier may not see what was committed since: whoever comes later waits for the next one. */
  function catchUp(): Promise<void> {
    if (!running) {
      running = catchUpOnce().finally(() => {
        running = undefined;
      });
      return running;
    }
    waiting ??= running
      .catch(() => {})
      .then(() => {
        waiting = undefined;
        return catchUp();
      });
    return waiting;
  }

  async function whole(): Promise<void> {
    if (progress < 100) await Promise.race([ready, delay(patience, undefined, { ref: false })]);
    if (progress < 100)
      throw new Problem('clients.index-building', 503, { params: { percent: progress }, retryAfter: 5 });
    await catchUp();
  }

  const ready = buildUntilDone(build, house, () => closed);
  const stopListening = listen(house, () => {
    if (progress === 100)
      catchUp().catch((error: unknown) => house.log.error('people-index.catch-up', error));
  });
  house.onClose(async () => {
    closed = true;
    await stopListening();
    await Promise.allSettled([ready, running, waiting]);
  });

  return {
    get progress() {
      return progress;
    },
    get size() {
      return index.size;
    },
    ready,
    async search(centreId, text, options) {
      await whole();
      return index.search(centreId, text, options);
    },
    async similar(person, limit) {
      await whole();
      return index.similar(person.scope, person, { limit });
    },
    async similarTo(centreId, id, limit) {
      await whole();
      return index.similarTo(centreId, id, { limit });
    },
    async similarOfMany(people, limit) {
      await whole();
      return inSlices(people, (person) => index.similar(person.scope, person, { limit }));
    },
    async sweep(centreId, after, people) {
      await whole();
      return inSlices(await nextIds(database, centreId, after, people), (id) => ({
        id,
        hits: index.similarTo(centreId, id, { limit: mostPairsOfOne, onlyLater: true }),
      }));
    },
    async compare(centreId, pairs) {
      await whole();
      return pairs.map(([a, b]) => index.compare(centreId, a, b)?.score);
    },
    async count(centreId) {
      await whole();
      return index.count(centreId);
    },
  };
}

/** A database that goes away in the middle of building comes back: it starts again until it is done. */
async function buildUntilDone(
  build: () => Promise<void>,
  house: House,
  closed: () => boolean,
): Promise<void> {
  for (;;) {
    try {
      const start = performance.now();
      await build();
      house.log.info('people-index.ready', { milliseconds: Math.round(performance.now() - start) });
      return;
    } catch (error) {
      if (closed()) return;
      house.log.error('people-index.building', error);
      await delay(2_000, undefined, { ref: false });
      if (closed()) return;
    }
  }
}

/** NOTIFY is a hint that saves the next search some work; nothing depends on it. */
function listen(house: House, changed: () => void): () => Promise<void> {
  const pool = openPool(house.databases.target, 'serai_indexer', 1);
  let listening: PoolClient | undefined;
  let closed = false;
  async function connect(): Promise<void> {
    const client = await pool.connect();
    listening = client;
    let soon: NodeJS.Timeout | undefined;
    client.on('notification', () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        if (!closed) changed();
      }, 100).unref();
    });
    client.on('error', () => {
      if (listening !== client) return;
      listening = undefined;
      client.release(true);
      if (!closed) void retry();
    });
    await client.query('listen serai_client_change');
  }
  async function retry(): Promise<void> {
    await delay(5_000, undefined, { ref: false });
    if (!closed) await connect().catch(() => void retry());
  }
  const first = connect().catch(() => {
    if (!closed) void retry();
  });
  return async () => {
    closed = true;
    await first;
    // Let go of first: the connection may break while it is being closed, and is released once.
    const client = listening;
    listening = undefined;
    client?.release(true);
    await pool.end();
  };
}

async function currentHorizon(database: Kysely<IndexerTables>): Promise<string> {
  const { rows } = await sql<{
    horizon: string;
  }>`select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(database);
  return rows[0]?.horizon ?? '0';
}
