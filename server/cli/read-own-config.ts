import { stat } from 'node:fs/promises';
import { type Config, readConfig } from '#platform/config.server.ts';
import { systemErrorCode } from '#platform/database/embedded-problem.server.ts';
import { Problem } from '#platform/problem.ts';

/**
 * The settings, for a command of the user whom the data belong to. Root could write there too, but what it wrote the
 * service could not read afterwards; only looking is left to it.
 * @throws Problem `config.invalid`, `owner.other`
 */
export async function readOwnConfig(
  environment: Record<string, string | undefined>,
  { writes, ...given }: { writes: boolean } & Partial<Config>,
): Promise<Config> {
  const config = readConfig(environment, given);
  const self = process.getuid?.() ?? 0;
  const owner = await ownerOf(config.dataDir);
  if (owner === undefined || owner === self || (self === 0 && !writes)) return config;
  throw new Problem('owner.other', 403, { params: { folder: config.dataDir, user: owner } });
}

/** Number of the user; -1 when this one may not even look; undefined when nothing is there yet. */
async function ownerOf(folder: string): Promise<number | undefined> {
  try {
    return (await stat(folder)).uid;
  } catch (error) {
    return systemErrorCode(error) === 'EACCES' ? -1 : undefined;
  }
}
