import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { isSignedText, signText } from './backup-key.server.ts';

/**
 * A file of a backup is a header of 4096 bytes that a person can read (`head -c 4096 FILE`), then one age file
 * (age-encryption.org/v1) that holds a zstd-compressed tar.
 */
export const headerSize = 4096;
const magic = 'serai-backup 2\n';

export type BackupPart = 'records' | 'keys';
export const backupParts = ['records', 'keys'] as const;

const headerSchema = z.object({
  /** `copy`: a whole part. `log`: what was written since, in one file of PostgreSQL's log. `file`: one stored file. */
  what: z.enum(['copy', 'log', 'file']),
  part: z.enum(['records', 'keys']),
  /** Of the mark in the log up to which the copy was compared; of the log file; of the stored file. */
  name: z.string().regex(/^[A-Za-z0-9-]{1,80}$/),
  /** Copies and logs of one line follow each other without a gap. A restored house begins a new one. */
  line: z.uuid(),
  houseId: z.uuid(),
  /** Of a copy: when it was compared. Of a log: everything done before this moment stands in it or before it. */
  madeAt: z.iso.datetime(),
  /** Of Serai, of PostgreSQL (major), and of the machine. */
  release: z.string(),
  postgres: z.string(),
  architecture: z.string(),
  /** Of a copy: the files of the log that came along (bytes of each), for joining what was written since. */
  logs: z.object({ first: z.string(), last: z.string(), size: z.number().int().positive() }).nullable(),
  /** The root key under the recovery key of the printed sheet; null before there was a sheet, and in what is no copy. */
  wrappedRoot: z.string().nullable(),
  /** What follows the header. */
  payload: z.object({ bytes: z.number().int().nonnegative(), sha256: z.string() }),
  /** Made with the house's signing key over all of the above: nobody else can put a file among the copies. */
  mark: z.string(),
});

export type BackupHeader = z.infer<typeof headerSchema>;
/** A header before its content was written. */
export type BackupTitle = Omit<BackupHeader, 'payload' | 'mark'>;

export function signHeader(title: BackupTitle, payload: BackupHeader['payload'], key: Buffer): BackupHeader {
  const whole = { ...title, payload };
  return { ...whole, mark: signText(key, JSON.stringify(whole)) };
}

export function isSignedHeader({ mark, ...whole }: BackupHeader, key: Buffer): boolean {
  return isSignedText(key, JSON.stringify(whole), mark);
}

export function encodeHeader(header: BackupHeader): Buffer {
  const text = Buffer.from(`${magic}${JSON.stringify(header, null, 1)}\n`, 'utf8');
  if (text.length >= headerSize) throw new Error('the header of a backup has no room for this');
  const block = Buffer.alloc(headerSize, 0x20);
  text.copy(block);
  block.write('\n', headerSize - 1);
  return block;
}

/** @throws Problem `restore.not-a-backup` */
export function decodeHeader(block: Buffer, name: string): BackupHeader {
  try {
    const text = block.toString('utf8', 0, headerSize);
    if (block.length < headerSize || !text.startsWith(magic)) throw new Error('no header');
    return headerSchema.parse(JSON.parse(text.slice(magic.length)));
  } catch (cause) {
    throw new Problem('restore.not-a-backup', 422, { params: { file: name }, cause });
  }
}

/** @throws Problem `restore.not-a-backup` */
export async function readHeader(file: string): Promise<BackupHeader> {
  const block = Buffer.alloc(headerSize);
  const handle = await open(file, 'r').catch((cause: unknown) => {
    throw new Problem('restore.not-a-backup', 422, { params: { file: basename(file) }, cause });
  });
  try {
    const { bytesRead } = await handle.read(block, 0, headerSize, 0);
    return decodeHeader(block.subarray(0, bytesRead), basename(file));
  } finally {
    await handle.close();
  }
}
