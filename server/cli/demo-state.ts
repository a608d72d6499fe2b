import { open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
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
 * Looks whether the folder is free for a demo, or holds one: ready, or broken off (seeding then goes on where it was).
 * @throws Problem `demo.not-a-demo`
 */
export async function refuseForeignFolder(dataDir: string): Promise<DemoState | undefined> {
  const state = await findDemoState(dataDir);
  if (state) return state;
  const found: string[] = await readdir(dataDir).catch(() => []);
  const foreign = found.filter((name) => !/^(server\..*|demo\.json\.new)$/.test(name));
  if (foreign.length > 0) throw new Problem('demo.not-a-demo', 500, { params: { folder: dataDir } });
  return undefined;
}
