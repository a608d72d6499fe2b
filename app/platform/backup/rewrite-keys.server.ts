import { asSuperuser } from './superuser.server.ts';

/**
 * Writes the key store anew without what was destroyed: a wrapped key that was overwritten by its tombstone still stands
 * in the old version of its row, and in files of the log that wait to be used again. Nothing happens in a house whose
 * servers are not its own.
 */
export async function rewriteKeyStore(dataDir: string): Promise<void> {
  await asSuperuser(dataDir, 'keys', async (client) => {
    await client.query('vacuum (full) serai.wrapped_key');
    // Files of the log before this point are not needed by the cluster itself any more, and are removed, not kept.
    await client.query('select pg_switch_wal()');
    await client.query('checkpoint');
  });
}
