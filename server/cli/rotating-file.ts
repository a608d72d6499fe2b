import { chmodSync, closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

export interface RotatingFile {
  /** True, as streams say that they take more. */
  write(line: string): boolean;
  close(): void;
}

/**
 * A file for lines, in a folder that is there. It never takes more than `keep` + 1 times `largest` bytes: when it is full
 * it becomes `.1`, what was `.1` becomes `.2`, and the last is let go. Written at once, so that the end of it is there
 * after a crash; a line that cannot be written is lost, because a log must not end the service.
 */
export function openRotatingFile(
  path: string,
  { largest, keep }: { largest: number; keep: number },
): RotatingFile {
  let handle: number | undefined;
  let size = 0;
  const open = () => {
    handle = openSync(path, 'a', 0o600);
    chmodSync(path, 0o600);
    size = fstatSync(handle).size;
  };
  const close = () => {
    if (handle !== undefined) closeSync(handle);
    handle = undefined;
  };
  const rotate = () => {
    close();
    for (let at = keep; at > 0; at -= 1) {
      try {
        renameSync(at === 1 ? path : `${path}.${at - 1}`, `${path}.${at}`);
      } catch {
        // There was none yet.
      }
    }
  };
  return {
    write(line) {
      try {
        if (handle === undefined) open();
        const bytes = Buffer.from(line);
        if (size > 0 && size + bytes.length > largest) {
          rotate();
          open();
        }
        size += writeSync(handle as number, bytes);
      } catch {
        // The disk is full or the folder is gone: said by others.
      }
      return true;
    },
    close,
  };
}
