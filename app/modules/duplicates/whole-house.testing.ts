import type { TestHouse } from '#platform/testing/test-house.server.ts';

type Row = Record<string, unknown>;

/** What of a row a merge and its undoing may change: counters of changes, and who changed it last. */
const passing = new Set(['version', 'updated_by', 'updated_at', 'granted_by', 'granted_at']);

/** Every table that tells of people, with what is sealed in it and under whose key. */
const tables: Record<string, { sealed?: string; key?: (row: Row) => unknown; place?: (row: Row) => string }> =
  {
    client: {},
    client_identity: {
      sealed: 'sealed',
      key: (row) => row['client_id'],
      place: (row) => String(row['client_id']),
    },
    client_card: { sealed: 'sealed_number', key: (row) => row['client_id'] },
    consent: { sealed: 'sealed_proof', key: (row) => row['client_id'] },
    consent_proof: {
      sealed: 'sealed_digest',
      key: (row) => row['sealed_under'] ?? row['client_id'],
      place: (row) => `${String(row['consent_id'])}/${String(row['file_id'])}`,
    },
    restricted_reader: {},
    possible_duplicate: {},
    contact: { sealed: 'sealed_note', key: (row) => row['client_id'] ?? row['id'] },
    contact_client: {},
    contact_revision: {
      sealed: 'sealed',
      key: (row) => row['client_id'] ?? row['contact_id'],
      place: (row) => `${String(row['contact_id'])}/${String(row['version'])}`,
    },
    follow_up: { sealed: 'sealed_note', key: (row) => row['client_id'] },
    arrival: {},
    advice_given: {},
    decision_result: { sealed: 'sealed', key: (row) => row['client_id'] ?? row['contact_id'] },
    outbox: { sealed: 'sealed', key: (row) => row['key_id'] },
  };

/**
 * All that the house knows of people, opened with the keys that each row says it is under, as lines to compare. A pair of
 * people decided by undoing is left out by its ids.
 */
export async function wholeHouse(house: TestHouse, besidesPair: readonly string[] = []): Promise<string[]> {
  const lines: string[] = [];
  for (const [table, { sealed, key, place }] of Object.entries(tables)) {
    const { rows } = await house.admin.query<Row>(`select * from serai.${table}`);
    for (const row of rows) {
      if (
        table === 'possible_duplicate' &&
        besidesPair.includes(String(row['client_id'])) &&
        besidesPair.includes(String(row['other_client_id']))
      )
        continue;
      const kept: Row = Object.fromEntries(
        Object.entries(row).filter(([name]) => table === 'contact_revision' || !passing.has(name)),
      );
      if (sealed && key && Buffer.isBuffer(row[sealed]))
        kept[sealed] = await house.vault.unseal(
          String(key(row)),
          { table, column: sealed, row: place ? place(row) : String(row['id']) },
          row[sealed],
        );
      lines.push(`${table} ${sorted(kept)}`);
    }
  }
  return lines.sort();
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) && !Buffer.isBuffer(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
