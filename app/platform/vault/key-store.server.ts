import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { Problem } from '../problem.ts';
import { keyObject } from './key-object.server.ts';

export type KeyKind = 'person' | 'contact' | 'period';

/** Keys of people and records, wrapped by the root key, in a cluster apart from the records. */
export interface KeyStore {
  /** A new random key, durable before this returns. Returns its id, which is also the id of its person or record. */
  mint(kind: KeyKind): Promise<string>;
  /** The shared key of a stretch of time, such as `draft/2026-W47`; made when first asked for. */
  forPeriod(label: string, expiresAt: Date): Promise<string>;
  /** @throws Problem `vault.key-missing` when it was shredded or never existed */
  open(id: string): Promise<Buffer>;
  /** Opens many at once; keys that are missing are left out. */
  openMany(ids: readonly string[]): Promise<Map<string, Buffer>>;
  /** Destroys a key for ever and leaves a tombstone. */
  shred(id: string): Promise<void>;
  /** Destroys the keys of stretches of time that are over. Returns how many. */
  shredExpired(now: Date): Promise<number>;
  /** Keys of people and records made before a moment, in the order of their ids, after the one given. */
  listMintedBefore(moment: Date, after: string | undefined, limit: number): Promise<string[]>;
  /** The tombstones of people and contacts, with the day (UTC) on which their key was destroyed. Needs no key. */
  listShredded(): Promise<{ id: string; kind: 'person' | 'contact'; on: string }[]>;
}

/** A key store whose opened keys can be wiped out of the memory. */
export interface WipeableKeyStore extends KeyStore {
  /** Overwrites every key that was opened, and forgets the spares. */
  wipe(): void;
}

const spareKeys = 32;
/** Spares older than this are forgotten: well before the sweeper takes them for orphans. */
const spareHours = 6;
const cachedKeys = 20_000;

/** @param wrappingKey Asked for each time it is needed; throws while the house is sealed. */
export function createKeyStore(pool: Pool, wrappingKey: () => Buffer): WipeableKeyStore {
  const cache = new Map<string, Buffer>();
  const periods = new Map<string, string>();
  const spares = new Map<KeyKind, { id: string; mintedAt: number }[]>();
  const minting = new Map<KeyKind, Promise<void>>();

  function remember(id: string, key: Buffer) {
    if (cache.size >= cachedKeys)
      for (const oldest of [...cache.keys()].slice(0, cachedKeys / 10)) cache.delete(oldest);
    cache.set(id, key);
  }

  function wipe() {
    for (const key of cache.values()) key.fill(0);
    cache.clear();
    periods.clear();
    spares.clear();
  }

  /** Several keys in one durable write: a spare that is never used is swept as an orphan after a day. */
  async function mintSpares(kind: KeyKind) {
    const wrapping = wrappingKey();
    const made = Array.from({ length: spareKeys }, () => ({ id: randomUUID(), key: randomBytes(32) }));
    await pool.query(
      `insert into wrapped_key (id, kind, wrapped, created_at) select id, $1, wrapped, now() from unnest($2::uuid[], $3::bytea[]) as t (id, wrapped)`,
      [kind, made.map(({ id }) => id), made.map(({ id, key }) => wrap(wrapping, id, key))],
    );
    for (const { id, key } of made) remember(id, key);
    const mintedAt = Date.now();
    spares.set(kind, [...(spares.get(kind) ?? []), ...made.map(({ id }) => ({ id, mintedAt }))]);
  }

  async function mint(kind: KeyKind): Promise<string> {
    wrappingKey();
    for (;;) {
      const spare = spares.get(kind)?.pop();
      if (spare && Date.now() - spare.mintedAt < spareHours * 3_600_000) return spare.id;
      if (spare) continue;
      let running = minting.get(kind);
      if (!running) {
        running = mintSpares(kind).finally(() => minting.delete(kind));
        minting.set(kind, running);
      }
      await running;
    }
  }

  async function openMany(ids: readonly string[]): Promise<Map<string, Buffer>> {
    const wrapping = wrappingKey();
    const found = new Map<string, Buffer>();
    const missing: string[] = [];
    for (const id of ids) {
      const key = cache.get(id);
      if (key) found.set(id, key);
      else missing.push(id);
    }
    if (missing.length > 0) {
      const { rows } = await pool.query<{ id: string; wrapped: Buffer | null }>(
        'select id, wrapped from wrapped_key where id = any($1::uuid[])',
        [missing],
      );
      for (const row of rows) {
        if (!row.wrapped) continue;
        const key = unwrap(wrapping, row.id, row.wrapped);
        remember(row.id, key);
        found.set(row.id, key);
      }
    }
    return found;
  }

  return {
    mint,
    openMany,
    wipe,
    async open(id) {
      const key = cache.get(id) ?? (await openMany([id])).get(id);
      if (!key) throw new Problem('vault.key-missing', 410);
      return key;
    },
    async forPeriod(label, expiresAt) {
      const wrapping = wrappingKey();
      const known = periods.get(label);
      if (known) return known;
      // A clock that was years ahead may have had the key of this week destroyed: what comes now gets another.
      for (let turn = 1; ; turn += 1) {
        const name = turn === 1 ? label : `${label}/${turn}`;
        const id = randomUUID();
        await pool.query(
          `insert into wrapped_key (id, kind, label, wrapped, created_at, expires_at) values ($1, 'period', $2, $3, now(), $4)
           on conflict (kind, label) where label is not null do nothing`,
          [id, name, wrap(wrapping, id, randomBytes(32)), expiresAt],
        );
        const { rows } = await pool.query<{ id: string; gone: boolean }>(
          `select id, wrapped is null as gone from wrapped_key where kind = 'period' and label = $1`,
          [name],
        );
        const [settled] = rows;
        if (!settled || settled.gone) continue;
        periods.set(label, settled.id);
        return settled.id;
      }
    },
    async shred(id) {
      cache.delete(id);
      await pool.query(
        'update wrapped_key set wrapped = null, shredded_at = now() where id = $1 and shredded_at is null',
        [id],
      );
    },
    async shredExpired(now) {
      const { rowCount } = await pool.query(
        'update wrapped_key set wrapped = null, shredded_at = $1 where expires_at < $1 and shredded_at is null',
        [now],
      );
      if (rowCount) {
        cache.clear();
        periods.clear();
      }
      return rowCount ?? 0;
    },
    async listMintedBefore(moment, after, limit) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from wrapped_key where kind in ('person', 'contact') and created_at < $1 and shredded_at is null
           and ($2::uuid is null or id > $2) order by id limit $3`,
        [moment, after ?? null, limit],
      );
      return rows.map(({ id }) => id);
    },
    async listShredded() {
      const { rows } = await pool.query<{ id: string; kind: 'person' | 'contact'; on: string }>(
        `select id, kind, to_char(shredded_at at time zone 'UTC', 'YYYY-MM-DD') as on from wrapped_key
         where kind in ('person', 'contact') and shredded_at is not null`,
      );
      return rows;
    },
  };
}

/** nonce (12) · tag (16) · key (32), bound to the key's id. */
export function wrap(wrappingKey: Buffer, id: string, key: Buffer): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyObject(wrappingKey), nonce);
  cipher.setAAD(Buffer.from(id));
  const body = cipher.update(key);
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

export function unwrap(wrappingKey: Buffer, id: string, wrapped: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', keyObject(wrappingKey), wrapped.subarray(0, 12));
  decipher.setAAD(Buffer.from(id));
  decipher.setAuthTag(wrapped.subarray(12, 28));
  const key = decipher.update(wrapped.subarray(28));
  decipher.final();
  return key;
}
