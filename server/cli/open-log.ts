import { chmodSync, createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config.server.ts';
import { createLog, type Log } from '#platform/log.server.ts';

const largest = 5 * 1024 * 1024;

/** Where the log goes: to whoever collects the output (systemd), or to a file when a person looks at the screen. */
export function openLog(config: Config, isScreen = process.stderr.isTTY): { log: Log; file?: string } {
  if (!isScreen || config.log === 'debug') return { log: createLog(config.log) };
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const file = join(config.dataDir, 'server.log');
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest) renameSync(file, `${file}.1`);
  const stream = createWriteStream(file, { flags: 'a', mode: 0o600 });
  // A log that cannot be written must not end the service.
  stream.on('error', () => undefined);
  stream.once('open', () => chmodSync(file, 0o600));
  return { log: createLog(config.log, (line) => stream.write(line)), file };
}
