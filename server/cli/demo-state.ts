import { existsSync } from 'node:fs';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Config } from '#platform/config.server.ts';
import { Problem } from '#platform/problem.ts';

const accountSchema = z.object({
  name: z.string(),
  email: z.string(),
  passphrase: z.string(),
  /** The seed of the account's one-time codes, base32. */
  seed: z.string(),
  roles: z.array(z.string()),
});

/** An invented colleague of the demo centre. Secrets stand in clear: nothing in a demo is worth hiding. */
export type DemoAccount = z.infer<typeof accountSchema>;

const stateSchema = z.object({ state: z.enum(['seeding', 'ready']), accounts: z.array(accountSchema) });

/** How far the demo of a data folder is, by the file that the demo itself keeps there. */
export type DemoState = z.infer<typeof stateSchema>;

const fileOf = (dataDir: string) => join(dataDir, 'demo.json');

export async function findDemoState(dataDir: string): Promise<DemoState | undefined> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  const parsed = stateSchema.safeParse(JSON.parse(text || '{}'));
  return parsed.success ? parsed.data : { state: 'seeding', accounts: [] };
}

export async function writeDemoState(dataDir: string, state: DemoState): Promise<void> {
  const draft = `${fileOf(dataDir)}.new`;
  const handle = await open(draft, 'w', 0o600);
  await handle.writeFile(JSON.stringify(state));
  await handle.sync();
  await handle.close();
  await rename(draft, fileOf(dataDir));
}

/**
 * Makes room for the demo. What an interrupted seeding left is thrown away, since a centre that is half made up
 * would show wrong numbers; anything that is not a demo is never touched.
 * @throws Problem `demo.not-a-demo`
 */
export async function clearUnfinishedDemo(config: Config): Promise<DemoState | undefined> {
  const state = await findDemoState(config.dataDir);
  if (state?.state === 'ready') return state;
  const found = existsSync(config.dataDir) ? await readdir(config.dataDir) : [];
  const foreign = found.filter((name) => !/^(server\.(log|log\.1|owner|json)|demo\.json\.new)$/.test(name));
  if (!state && foreign.length > 0) throw new Problem('demo.not-a-demo', 500, { params: { folder: config.dataDir } });
  if (state) {
    for (const name of found.filter((each) => each !== 'demo.json')) await rm(join(config.dataDir, name), { recursive: true, force: true });
    // A key file that the operator named may belong to a real house.
    if (dirname(config.keyFile) === `${config.dataDir}-keys`) await rm(config.keyFile, { force: true });
  }
  return undefined;
}
