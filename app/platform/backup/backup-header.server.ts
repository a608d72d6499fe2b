import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.ts';

/**
 * A backup file is a header of 4096 bytes that a person can read (`head -c 4096 FILE`), then one age file
 * (age-encryption.org/v1) that holds a zstd-compressed tar.
 */
export const headerSize = 4096;
const magic = 'serai-backup 1\n';

export type BackupPart = 'records' | 'keys';

const headerSchema = z.object({
  part: z.enum(['records', 'keys']),
  /** The same in the two files that were made together. */
  backupId: z.uuid(),
  houseId: z.uuid(),
  madeAt: z.iso.datetime(),
  /** Of Serai, of PostgreSQL (major), and of the machine. */
  release: z.string(),
  postgres: z.string(),
  architecture: z.string(),
  /** The root key under the recovery key of the printed sheet; null before there was a sheet. */
  wrappedRoot: z.string().nullable(),
  /** Says whether a root key is the right one before anything is opened; see `backupCheck`. */
  keyCheck: z.string(),
  /** What follows the header. */
  payload: z.object({ bytes: z.number().int().nonnegative(), sha256: z.string() }),
});

export type BackupHeader = z.infer<typeof headerSchema>;

export function encodeHeader(header: BackupHeader): Buffer {
  const text = Buffer.from(`${magic}${JSON.stringify(header, null, 1)}\n`, 'utf8');
  if (text.length >= headerSize) throw new Error('the header of a backup has no room for this');
  const block = Buffer.alloc(headerSize, 0x20);
  text.copy(block);
  block.write('\n', headerSize - 1);
  return block;
}

/** @throws Problem `restore.not-a-backup` */
export async function readHeader(file: string): Promise<BackupHeader> {
  const block = Buffer.alloc(headerSize);
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw notABackup(file, cause);
  });
  try {
    const { bytesRead } = await handle.read(block, 0, headerSize, 0);
    const text = block.toString('utf8', 0, bytesRead);
    if (bytesRead < headerSize || !text.startsWith(magic)) throw notABackup(file);
    return headerSchema.parse(JSON.parse(text.slice(magic.length)));
  } catch (cause) {
    throw notABackup(file, cause);
  } finally {
    await handle.close();
  }
}

const notABackup = (file: string, cause?: unknown) =>
  new Problem('restore.not-a-backup', 422, { params: { file: basename(file) }, cause });
