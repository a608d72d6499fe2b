import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of its own that is soon full. */
export interface SmallDisk {
  folder: string;
  /** Takes all the space that is left. May be called again when some has come back. */
  fill(): void;
  /** Gives the space back. */
  empty(): void;
  unmount(): void;
}

/** @throws where this user may not mount: root is needed, and a kernel with tmpfs */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch (error) {
    throw new Error('a small disk cannot be mounted here: run the check as root on Linux', { cause: error });
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const handle = openSync(filler, 'a');
      try {
        for (let chunk = 1024 * 1024; chunk >= 4096; ) {
          try {
            if (writeSync(handle, Buffer.alloc(chunk)) < chunk) chunk /= 4;
          } catch {
            chunk /= 4;
          }
        }
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    },
    empty: () => rmSync(filler, { force: true }),
    unmount: () => void execFileSync('/bin/umount', ['-l', folder]),
  };
}
