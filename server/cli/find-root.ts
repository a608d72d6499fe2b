import { existsSync } from 'node:fs';
import { recoverRoot } from '#modules/setup/index.server.ts';
import type { Config } from '#platform/config.server.ts';
import { openKeyFile } from '#platform/vault/root-key.server.ts';
import type { Call } from './command.ts';

/**
 * The root key for a command that has to read what is sealed: from the key file, or, where people open the house, from the
 * printed sheet. The caller overwrites it.
 * @throws Problem `vault.recovery-key-wrong`, `vault.recovery-file-missing`
 */
export async function findRoot({ terminal, t }: Call, config: Config): Promise<Buffer> {
  if (existsSync(config.keyFile)) return openKeyFile(config.keyFile, false);
  return recoverRoot(config.dataDir, await terminal.ask(t('restore.askKey'), { hidden: true }));
}
