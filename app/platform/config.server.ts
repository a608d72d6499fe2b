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
  SERAI_PROVIDER_ISSUER: z.url({ protocol: /^https$/ }).optional(),
  SERAI_PROVIDER_CLIENT_ID: z.string().min(1).max(500).optional(),
  SERAI_PROVIDER_SECRET_FILE: z.string().min(1).optional(),
  SERAI_PROVIDER_NAME: z.string().min(1).max(60).optional(),
  SERAI_PROVIDER_STRONG: z.string().min(1).max(500).optional(),
  SERAI_PROVIDER_INTERNAL: z.enum(['yes', 'no']).optional(),
  SERAI_PROVIDER_CA_FILE: z.string().min(1).optional(),
  SERAI_STANDBY: z.enum(['auto', 'yes', 'no']).default('auto'),
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
  /** The network's own OpenID Connect provider; none unless the operator names one. */
  provider?: ProviderConfig;
  /** Whether a process that has loaded the program waits beside the serving one; `auto`: where memory is plenty. */
  standby: 'auto' | 'yes' | 'no';
  log: 'silent' | 'info' | 'debug';
}

/** Where colleagues may sign in beside the house's own ways. */
export interface ProviderConfig {
  /** Exactly as the provider names itself. */
  issuer: string;
  clientId: string;
  /** A file that holds the client's secret and nothing else: secrets never stand in the environment. */
  secretFile: string;
  /** What colleagues call it; else the issuer's host is shown. */
  name?: string;
  /** Values of `acr` or `amr` by which the provider says that a second factor was used; none are trusted by themselves. */
  strong: string[];
  /** It stands in the organisation's own network: addresses that are not public are allowed for it. */
  internal: boolean;
  /** Certificate authority to trust for it beside the usual ones. */
  caFile?: string;
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
    provider: readProvider(env),
    standby: env.SERAI_STANDBY,
    log: env.SERAI_LOG,
    ...given,
    dataDir,
  };
}

/** Nothing, or all that is needed. */
function readProvider(env: z.output<typeof configSchema>): ProviderConfig | undefined {
  const {
    SERAI_PROVIDER_ISSUER: issuer,
    SERAI_PROVIDER_CLIENT_ID: clientId,
    SERAI_PROVIDER_SECRET_FILE: secretFile,
  } = env;
  if (issuer === undefined && clientId === undefined && secretFile === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || secretFile === undefined)
    throw new Problem('config.invalid', 500, {
      params: { names: 'SERAI_PROVIDER_ISSUER, SERAI_PROVIDER_CLIENT_ID, SERAI_PROVIDER_SECRET_FILE' },
    });
  return {
    issuer,
    clientId,
    secretFile: resolve(secretFile),
    name: env.SERAI_PROVIDER_NAME,
    strong: env.SERAI_PROVIDER_STRONG?.split(/\s+/).filter(Boolean) ?? [],
    internal: env.SERAI_PROVIDER_INTERNAL === 'yes',
    ...(env.SERAI_PROVIDER_CA_FILE && { caFile: resolve(env.SERAI_PROVIDER_CA_FILE) }),
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
