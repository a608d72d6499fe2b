import { accessSync, constants } from 'node:fs';
import { totalmem } from 'node:os';

/** Local roles only: the socket lies in a folder that no one else may enter, and there is no network port. */
export const hostBasedAccess = 'local all all trust\n';

/** The arguments of `initdb` that decide what can never be changed later. */
export const initdbArguments: readonly string[] = [
  '--username=serai_superuser',
  '--auth-local=trust',
  '--auth-host=reject',
  '--encoding=UTF8',
  // The builtin provider sorts by code point and never changes with the operating system's libraries, so that
  // an index stays valid after an upgrade of the machine. Screens sort by language where they need to.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--data-checksums',
  // Files of the log are copied every minute in which something was saved; four megabytes each instead of sixteen.
  '--wal-segsize=4',
  '--no-instructions',
];

/** Settings of one cluster; values are PostgreSQL's own notation. Later ones win. */
export function clusterSettings(name: string, extra: Record<string, string> = {}): Record<string, string> {
  return { ...base(name), ...(name === 'keys' ? forKeys : forData()), ...extra };
}

/** The text of postgresql.conf. Refuses names that are not settings, since a file line has no parameters. */
export function settingsFile(settings: Record<string, string>): string {
  const lines = Object.entries(settings).map(([name, value]) => {
    if (!/^[a-z][a-z0-9_]*(\.[a-z0-9_]+)?$/.test(name) || /[\n\r\0]/.test(value)) {
      throw new Error(`"${name}" is not a PostgreSQL setting that can be written to its file.`);
    }
    return `${name} = '${value.replaceAll("'", "''")}'`;
  });
  return `# Written at every start of Serai; changes made here are lost.\n${lines.join('\n')}\n`;
}

function base(name: string): Record<string, string> {
  return {
    cluster_name: `serai-${name}`,
    listen_addresses: '',
    port: '5432',
    unix_socket_permissions: '0700',
    max_connections: '60',
    password_encryption: 'scram-sha-256',
    ssl: 'off',

    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_level: 'replica',
    // The log is held back until it was copied; when that fails for long, the copy has a gap, but the disk has room.
    max_slot_wal_keep_size: '2GB',

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    default_text_search_config: 'pg_catalog.simple',

    // A centre's queries are short; compiling them costs more than it saves.
    jit: 'off',
    random_page_cost: '1.1',
    dynamic_shared_memory_type: canWrite('/dev/shm') ? 'posix' : 'mmap',

    // No personal data in the log: not the statement, not its parameters, not the row that an error's DETAIL
    // quotes ("Key (phone)=(…) already exists"), nor the value that the error text itself quotes ("invalid input
    // syntax for type date: …"). The level LOG leaves out errors of statements; the client gets those.
    log_destination: 'stderr',
    logging_collector: 'off',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_statement: 'none',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_connections: '',
    log_checkpoints: 'off',
    log_line_prefix: '%m [%p] %b ',
  };
}

const forKeys: Record<string, string> = {
  shared_buffers: '32MB',
  io_method: 'sync',
  max_wal_size: '256MB',
  min_wal_size: '32MB',
  // A file of the log that is not needed any more is removed, not kept for later: keys that were destroyed stand in it.
  wal_recycle: 'off',
  max_parallel_workers_per_gather: '0',
  autovacuum_max_workers: '1',
  autovacuum_vacuum_scale_factor: '0.1',
};

function forData(): Record<string, string> {
  const memory = Math.floor(totalmem() / 1024 ** 2);
  return {
    shared_buffers: `${Math.min(256, Math.max(128, Math.floor(memory / 16)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memory / 3))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    max_wal_size: '1GB',
    min_wal_size: '80MB',
    // Lists are kept fresh on small tables too: the default waits until a fifth of a table has changed.
    autovacuum_vacuum_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.05',
    autovacuum_naptime: '30s',
  };
}

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
