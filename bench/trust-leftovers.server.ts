import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Ends every process that works in this folder or was started for it: database servers have sessions of their own, so that
 * ending the check's process group does not reach them. Where there is no /proc nothing is found.
 */
export function endLeftovers(folder: string): number {
  let ended = 0;
  for (const pid of listProcesses()) {
    if (pid === process.pid || !belongsTo(pid, folder)) continue;
    try {
      process.kill(pid, 'SIGKILL');
      ended += 1;
    } catch {
      // It ended by itself.
    }
  }
  return ended;
}

function listProcesses(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => Number.isInteger(pid) && pid > 0);
  } catch {
    return [];
  }
}

function belongsTo(pid: number, folder: string): boolean {
  const inside = (path: string) => path === folder || path.startsWith(`${folder}/`);
  try {
    if (inside(readlinkSync(`/proc/${pid}/cwd`))) return true;
  } catch {
    // Another user's, or gone.
  }
  try {
    const given = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
    return given.some(
      (entry) => entry.startsWith('SERAI_DATA_DIR=') && inside(entry.slice('SERAI_DATA_DIR='.length)),
    );
  } catch {
    return false;
  }
}
