import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config.server.ts';
import { createLog, type Log } from '#platform/log.server.ts';
import { openRotatingFile } from './rotating-file.ts';

const megabyte = 1024 * 1024;
/** Lines about single requests stand apart, or a flood of them would push out what went wrong. */
const requests: ReadonlySet<string> = new Set(['request', 'requests']);

/** Where the log goes: to whoever collects the output (systemd), or to files when a person looks at the screen. */
export function openLog(config: Config, isScreen = process.stderr.isTTY): { log: Log; file?: string } {
  if (!isScreen || config.log === 'debug') return { log: createLog(config.log) };
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const file = join(config.dataDir, 'server.log');
  const events = openRotatingFile(file, { largest: 5 * megabyte, keep: 2 });
  const access = openRotatingFile(join(config.dataDir, 'access.log'), { largest: 5 * megabyte, keep: 2 });
  const written = createLog(config.log, (line) => events.write(line));
  const asked = createLog(config.log, (line) => access.write(line));
  const log: Log = {
    info: (event, fields) => (requests.has(event) ? asked : written).info(event, fields),
    error: (event, error, fields) => written.error(event, error, fields),
  };
  return { log, file };
}
