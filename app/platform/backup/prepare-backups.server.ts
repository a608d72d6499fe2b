import { Problem } from '../problem.ts';
import { backupKeyOf, isKeyOfHouse } from './backup-key.server.ts';
import { storeRecipients } from './backup-recipients.server.ts';
import { type Erased, writeLedger } from './erasure-ledger.server.ts';
import { asSuperuser } from './superuser.server.ts';

/**
 * With the root key in hand and the servers up: for whom copies are encrypted, and who was erased. An open house does the
 * same by itself. @throws Problem `vault.key-file-foreign`
 */
export async function prepareBackups(dataDir: string, root: Buffer, keyFile: string): Promise<void> {
  const house = await asSuperuser(dataDir, 'main', async (client) => {
    const { rows } = await client.query<{ id: string; check: string }>(
      "select id, encode(key_check, 'hex') as check from serai.house",
    );
    return rows[0];
  });
  if (!house) throw new Problem('backup.no-data', 404, { params: { folder: dataDir } });
  if (!isKeyOfHouse(root, { houseId: house.id, keyCheck: house.check }))
    throw new Problem('vault.key-file-foreign', 500, { params: { path: keyFile } });
  await storeRecipients(dataDir, house.id, backupKeyOf(root));
  const erased = await asSuperuser(dataDir, 'keys', async (client) => {
    const { rows } = await client.query<Erased>(
      `select id, kind, to_char(shredded_at at time zone 'UTC', 'YYYY-MM-DD') as on from serai.wrapped_key
         where kind in ('person', 'contact') and shredded_at is not null`,
    );
    return rows;
  });
  await writeLedger(dataDir, house.id, backupKeyOf(root), erased);
}
