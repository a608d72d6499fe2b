import { createHash } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import type { StoredFile } from '#platform/files/file-store.server.ts';
import type { FilesInUse } from '#platform/files/sweep-files.server.ts';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import type { ClientTables } from './client.tables.server.ts';
import type { KeptProof } from './consent-proof.ts';
import type { ConsentProofTable } from './consent-proof.tables.server.ts';

type ProofOf = Pick<Selectable<ConsentProofTable>, 'file_id' | 'consent_id' | 'client_id' | 'sealed_under'>;

/** Bound to the file and to the decision: a row moved to another decision does not open. */
const digestPlace = ({ file_id, consent_id }: Pick<ProofOf, 'file_id' | 'consent_id'>) => ({
  table: 'consent_proof',
  column: 'sealed_digest',
  row: `${consent_id}/${file_id}`,
});

export const sealDigest = (house: House, clientId: string, consentId: string, { id, sha256 }: StoredFile) =>
  house.vault.seal(clientId, digestPlace({ file_id: id, consent_id: consentId }), sha256);

/** Every scan of a person's consents, newest first. */
export async function proofsOf(tx: Transaction<ClientTables>, clientId: string): Promise<KeptProof[]> {
  const rows = await tx
    .selectFrom('consent_proof')
    .select(['consent_id', 'kind', 'size'])
    .where('client_id', '=', clientId)
    .orderBy('seq', 'desc')
    .limit(500)
    .execute();
  return rows.map(({ consent_id, kind, size }) => ({ consentId: consent_id, kind, size }));
}

/**
 * The scan itself, read to its end and compared with what was kept.
 * @throws Problem `file.damaged` when it is gone or not the same, `vault.key-missing` when the person was erased
 */
export async function readProof(
  house: House,
  row: ProofOf & Pick<ConsentProofTable, 'kind' | 'sealed_digest'>,
): Promise<Buffer> {
  const keyId = row.sealed_under ?? row.client_id;
  try {
    const expected = await house.vault.unseal<string>(keyId, digestPlace(row), row.sealed_digest);
    const stream = await house.files.open(row.file_id, { keyId, kind: row.kind });
    const bytes = Buffer.from(await new Response(stream).arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== expected) throw new Error('another file');
    return bytes;
  } catch (error) {
    if (error instanceof Problem && error.code === 'vault.key-missing') throw error;
    house.log.error('file.damaged', error, { file: row.file_id });
    throw new Problem('file.damaged', 500, { cause: error });
  }
}

/** Asked by the house itself, for every centre: which of these files are scans of a consent. */
export const proofFilesInUse: FilesInUse = async (house, fileIds) => {
  const indexer: Kysely<ClientTables> = house.databases.indexer;
  const rows = await indexer
    .selectFrom('consent_proof')
    .select('file_id')
    .where('file_id', 'in', [...fileIds])
    .execute();
  return rows.map((row) => row.file_id);
};
