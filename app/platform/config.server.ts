import { resolve } from 'node:path';
import { z } from 'zod';
import { Problem } from './problem.ts';

const configSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4380),
  SERAI_DATA_DIR: z.string().min(1).default('data'),
  SERAI_KEY_FILE: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  KEYS_DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  SERAI_PUBLIC_URL: z.url().optional(),
  SERAI_STAFF_URL: z.url().optional(),
  SERAI_FILES_URL: z.url().optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  SMTP_FROM: z.email().optional(),
  SERAI_LOG: z.enum(['silent', 'info', 'debug']).default('info'),
});

export interface Config {
  host: string;
  port: number;
  /** All data of the house stands below this folder. */
  dataDir: string;
  /** The root key for automatic unlock; outside the data folder, best on removable media. */
  keyFile: string;
  databaseUrl?: string;
  keysDatabaseUrl?: string;
  publicUrl?: string;
  /** The workspace, set-up and API under a name of their own; then the public address has none of them. */
  staffUrl?: string;
  /** Uploads under a name of their own, without cookies and without pages. */
  filesUrl?: string;
  smtpUrl?: string;
  smtpFrom?: string;
  log: 'silent' | 'info' | 'debug';
}

/**
 * Reads the operator's settings from the environment.
 * @throws Problem `config.invalid` naming each variable that is wrong; values are never repeated, they may hold a password.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  given: Partial<Config> = {},
): Config {
  const filled = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(filled);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))].join(', ');
    throw new Problem('config.invalid', 500, { params: { names } });
  }
  const env = parsed.data;
  if ((env.DATABASE_URL === undefined) !== (env.KEYS_DATABASE_URL === undefined)) {
    throw new Problem('config.invalid', 500, { params: { names: 'DATABASE_URL, KEYS_DATABASE_URL' } });
  }
  refuseSharedOrigins(env);
  const dataDir = resolve(given.dataDir ?? env.SERAI_DATA_DIR);
  return {
    host: env.HOST,
    port: env.PORT,
    keyFile: resolve(env.SERAI_KEY_FILE ?? `${dataDir}-keys/root.key`),
    databaseUrl: env.DATABASE_URL,
    keysDatabaseUrl: env.KEYS_DATABASE_URL,
    publicUrl: env.SERAI_PUBLIC_URL,
    staffUrl: env.SERAI_STAFF_URL,
    filesUrl: env.SERAI_FILES_URL,
    smtpUrl: env.SMTP_URL,
    smtpFrom: env.SMTP_FROM,
    log: env.SERAI_LOG,
    ...given,
    dataDir,
  };
}

/** Origins that are meant to be apart are told apart by their host: two of one host would be one again. */
function refuseSharedOrigins(env: z.output<typeof configSchema>): void {
  const { SERAI_PUBLIC_URL, SERAI_STAFF_URL, SERAI_FILES_URL } = env;
  const named = Object.entries({ SERAI_PUBLIC_URL, SERAI_STAFF_URL, SERAI_FILES_URL }).filter(
    ([, value]) => value !== undefined,
  );
  const hosts = new Set(named.map(([, value]) => new URL(value ?? '').host));
  const isApart = SERAI_STAFF_URL !== undefined || SERAI_FILES_URL !== undefined;
  if (hosts.size < named.length || (isApart && SERAI_PUBLIC_URL === undefined))
    throw new Problem('config.invalid', 500, {
      params: { names: 'SERAI_PUBLIC_URL, SERAI_STAFF_URL, SERAI_FILES_URL' },
    });
}
