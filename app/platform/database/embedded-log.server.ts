import { closeSync, fchmodSync, fchownSync, openSync } from 'node:fs';
import { readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileOwner } from './embedded-identity.server.ts';

const largestLog = 5 * 1024 ** 2;

/** The file that the server writes to. A file and no pipe: the server may outlive us, and must not lose its log. */
export interface ServerLog {
  /** For the server's standard output and error; close() after it was started. */
  descriptor: number;
  close(): void;
  /** The lines since the last call, also given to the listener. */
  forward(onOutput?: (line: string) => void): Promise<string[]>;
}

export async function openServerLog(clusterDir: string, owner: FileOwner): Promise<ServerLog> {
  const file = join(clusterDir, 'serai.log');
  let offset = (await stat(file).catch(() => undefined))?.size ?? 0;
  if (offset > largestLog) {
    await rename(file, `${file}.old`);
    offset = 0;
  }
  const descriptor = openSync(file, 'a', 0o600);
  fchmodSync(descriptor, 0o600);
  if (process.getuid?.() === 0) fchownSync(descriptor, owner.uid, owner.gid);
  return {
    descriptor,
    close: () => closeSync(descriptor),
    async forward(onOutput) {
      const news = (await readFile(file)).subarray(offset);
      offset += news.length;
      const lines = news
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '');
      if (onOutput) for (const line of lines) onOutput(line);
      return lines;
    },
  };
}
