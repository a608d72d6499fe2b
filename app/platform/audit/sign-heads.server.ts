import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { AnyTables } from '../database/databases.server.ts';
import type { House } from '../house.server.ts';
import type { SignedHead } from './head-signature.ts';

export const headsFileFormat = 'serai-audit-heads-1';
/** In the data folder: goes into every backup and to whoever keeps proofs elsewhere. It holds no secret. */
export const headsFile = (dataDir: string): string => join(dataDir, 'audit-heads.json');
/** Of each chain, the newest that stand in the file; the table keeps all. */
const kept = 60;

interface HeadRow {
  centre_id: string;
  seq: number;
  hash: Buffer;
  signed_at: Date;
  signature: Buffer;
}

/**
 * Signs where each chain ends now, if it grew since it was last signed, and writes the newest signed heads into the data
 * folder. Nothing happens while the house is sealed. @returns how many were signed
 */
export async function signHeads(
  house: Pick<House, 'databases' | 'vault' | 'clock' | 'config'>,
): Promise<number> {
  if (house.vault.isSealed) return 0;
  const signedAt = house.clock.now();
  const signed = await house.databases.audit.transaction().execute(async (tx: Kysely<AnyTables>) => {
    const { rows } = await sql<{ centre_id: string; seq: number; hash: Buffer }>`
      select h.centre_id, h.seq, h.hash from audit_head h
      where h.seq > 0 and not exists (
        select 1 from audit_head_signed s where s.centre_id = h.centre_id and s.seq = h.seq)`.execute(tx);
    for (const { centre_id, seq, hash } of rows) {
      const { signature } = house.vault.signHead({
        centreId: centre_id,
        seq,
        hash: hash.toString('hex'),
        signedAt: signedAt.toISOString(),
      });
      await sql`insert into audit_head_signed (centre_id, seq, hash, signed_at, signature)
        values (${centre_id}, ${seq}, ${hash}, ${signedAt}, ${Buffer.from(signature, 'base64')})
        on conflict do nothing`.execute(tx);
    }
    return rows.length;
  });
  await writeHeadsFile(house);
  return signed;
}

async function writeHeadsFile(house: Pick<House, 'databases' | 'vault' | 'clock' | 'config'>): Promise<void> {
  const audit: Kysely<AnyTables> = house.databases.audit;
  const { rows } = await sql<HeadRow>`
    select centre_id, seq, hash, signed_at, signature from (
      select s.*, row_number() over (partition by centre_id order by seq desc) as place from audit_head_signed s) newest
    where place <= ${kept} order by centre_id, seq`.execute(audit);
  const text = JSON.stringify({
    format: headsFileFormat,
    publicKey: house.vault.headsKey().toString('base64'),
    writtenAt: house.clock.now().toISOString(),
    heads: rows.map(headOfRow),
  });
  const file = headsFile(house.config.dataDir);
  writeFileSync(`${file}.new`, `${text}\n`, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}

export const headOfRow = (row: HeadRow): SignedHead => ({
  centreId: row.centre_id,
  seq: row.seq,
  hash: row.hash.toString('hex'),
  signedAt: row.signed_at.toISOString(),
  signature: row.signature.toString('base64'),
});

/** The signed heads of the data folder or of a copy of that file; none where there is no such file. */
export function readHeadsFile(file: string): SignedHead[] {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as { format?: unknown; heads?: unknown } | null;
    return read?.format === headsFileFormat && Array.isArray(read.heads) ? (read.heads as SignedHead[]) : [];
  } catch {
    return [];
  }
}
