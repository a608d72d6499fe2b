import type { TestHouse } from '#platform/testing/test-house.server.ts';

export interface Tampering {
  name: string;
  /** SQL as somebody with the disk would write it; `$1` is the centre. */
  sql: string[];
  /** Where a verifier must point: event number and kind. */
  places: { seq: number; kind: 'gap' | 'broken-link' | 'altered' | 'head' }[];
}

/** A chain of at least nine events, altered in every way that somebody with the disk and without the key can. */
export const tamperings = (length: number): Tampering[] => [
  {
    name: 'a value is changed',
    sql: ["update audit_event set action = 'client.list' where centre_id = $1 and seq = 4"],
    places: [{ seq: 4, kind: 'altered' }],
  },
  {
    name: 'the time is changed',
    sql: ["update audit_event set at = at + interval '1 hour' where centre_id = $1 and seq = 4"],
    places: [{ seq: 4, kind: 'altered' }],
  },
  {
    name: 'who did it is changed',
    sql: ['update audit_event set actor_id = gen_random_uuid() where centre_id = $1 and seq = 4'],
    places: [{ seq: 4, kind: 'altered' }],
  },
  {
    name: 'the hash is changed too',
    sql: [
      "update audit_event set fields = '{name}', hash = sha256('guess') where centre_id = $1 and seq = 4",
    ],
    places: [
      { seq: 4, kind: 'altered' },
      { seq: 5, kind: 'broken-link' },
    ],
  },
  {
    name: 'sealed values are exchanged',
    sql: ["update audit_event set sealed_detail = '\\x01020304' where centre_id = $1 and seq = 4"],
    places: [{ seq: 4, kind: 'altered' }],
  },
  {
    name: 'an event in the middle is deleted',
    sql: ['delete from audit_event where centre_id = $1 and seq = 4'],
    places: [{ seq: 4, kind: 'gap' }],
  },
  {
    name: 'the last event is deleted',
    sql: [`delete from audit_event where centre_id = $1 and seq = ${length}`],
    places: [{ seq: length, kind: 'head' }],
  },
  {
    name: 'two events are exchanged',
    sql: [
      'update audit_event set seq = -1 where centre_id = $1 and seq = 4',
      'update audit_event set seq = 4 where centre_id = $1 and seq = 5',
      'update audit_event set seq = 5 where centre_id = $1 and seq = -1',
    ],
    places: [
      { seq: 4, kind: 'broken-link' },
      { seq: 4, kind: 'altered' },
      { seq: 5, kind: 'broken-link' },
      { seq: 5, kind: 'altered' },
    ],
  },
  {
    name: 'a gap is closed and joined again',
    sql: [
      'delete from audit_event where centre_id = $1 and seq = 4',
      'update audit_event set seq = 4, prev_hash = (select hash from audit_event where centre_id = $1 and seq = 3) where centre_id = $1 and seq = 5',
    ],
    places: [
      { seq: 4, kind: 'altered' },
      { seq: 5, kind: 'gap' },
    ],
  },
  {
    name: 'an event is added at the end',
    sql: [
      `insert into audit_event select centre_id, ${length} + 1, gen_random_uuid(), at, actor_kind, actor_id, session_id, roles, action, subject_type, subject_id, client_id,
         relation, purpose, fields, item_count, item_ids, result, detail_key, sealed_detail, hash, sha256('forged') from audit_event where centre_id = $1 and seq = ${length}`,
    ],
    places: [{ seq: length + 1, kind: 'head' }],
  },
  {
    name: 'an event is put in between',
    sql: [
      'update audit_event set seq = -seq where centre_id = $1 and seq > 4',
      'update audit_event set seq = 1 - seq where centre_id = $1 and seq < 0',
      `insert into audit_event select centre_id, 5, gen_random_uuid(), at, actor_kind, actor_id, session_id, roles, action, subject_type, subject_id, client_id,
         relation, purpose, fields, item_count, item_ids, result, detail_key, sealed_detail, hash, sha256('forged') from audit_event where centre_id = $1 and seq = 4`,
    ],
    places: [
      { seq: 5, kind: 'altered' },
      { seq: 6, kind: 'broken-link' },
      { seq: 6, kind: 'altered' },
    ],
  },
  {
    name: 'the head is replaced',
    sql: ["update audit_head set hash = sha256('guess') where centre_id = $1"],
    places: [{ seq: length, kind: 'head' }],
  },
  {
    name: 'the head is turned back',
    sql: [
      `update audit_head set seq = ${length - 2}, hash = (select hash from audit_event where centre_id = $1 and seq = ${length - 2}) where centre_id = $1`,
    ],
    places: [{ seq: length - 1, kind: 'head' }],
  },
  {
    name: 'the head is removed',
    sql: ['delete from audit_head where centre_id = $1'],
    places: [{ seq: 0, kind: 'head' }],
  },
];

/** The end cut off and the head turned back to match: the chain itself holds, only an earlier proof can tell. */
export const cutClean = (keep: number): string[] => [
  `delete from audit_event where centre_id = $1 and seq > ${keep}`,
  `update audit_head set seq = ${keep}, hash = (select hash from audit_event where centre_id = $1 and seq = ${keep}) where centre_id = $1`,
];

/** Tampers as the superuser, with triggers off; the returned function puts everything back. */
export async function tamper(
  house: TestHouse,
  centreId: string,
  statements: readonly string[],
): Promise<() => Promise<void>> {
  const client = await house.admin.connect();
  try {
    await client.query('set search_path = serai');
    await client.query('create table kept_event as select * from audit_event');
    await client.query('create table kept_head as select * from audit_head');
    await client.query("set session_replication_role = 'replica'");
    for (const statement of statements)
      await client.query(statement, statement.includes('$1') ? [centreId] : []);
    await client.query('reset session_replication_role');
  } finally {
    client.release(true);
  }
  return async () => {
    const again = await house.admin.connect();
    try {
      await again.query('set search_path = serai');
      await again.query("set session_replication_role = 'replica'");
      for (const table of ['event', 'head']) {
        await again.query(`truncate audit_${table}`);
        await again.query(`insert into audit_${table} select * from kept_${table}`);
        await again.query(`drop table kept_${table}`);
      }
    } finally {
      again.release(true);
    }
  };
}
