import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { constants, createZstdCompress } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { pack, type Pack } from 'tar-stream';
import {
  type BackupHeader,
  type BackupTitle,
  encodeHeader,
  headerSize,
  signHeader,
} from './backup-header.server.ts';
import type { Snapshot } from './snapshot.server.ts';

/** One entry of a part; `path` is where it stands in the data folder. */
export type BackupEntry = { path: string; mode: number } & (
  | { kind: 'directory' }
  /** Read from a file that others may be writing: its size is what it is when it is opened. */
  | { kind: 'file'; source: string }
  | { kind: 'text'; text: string }
);

/** Sealed beside the entries: what the header said and, for a copy, what the house held at its mark. */
export interface SealedAbout {
  title: BackupTitle;
  snapshot: Snapshot | null;
}

/** The last entry of the tar: every file with its SHA-256. */
export interface Manifest {
  files: Record<string, string>;
}

export const aboutName = 'about.json';
export const manifestName = 'manifest.json';

interface PartOptions {
  file: string;
  /** Asked when all entries were taken: only then it is known up to when the copy goes. */
  about(): SealedAbout;
  recipient: string;
  signKey: Buffer;
  entries: AsyncIterable<BackupEntry> | Iterable<BackupEntry>;
  onBytes?(count: number): void;
  signal?: AbortSignal;
}

/** Writes one part to `file`, which must not exist, and leaves it on the disk for good. */
export async function writePart(options: PartOptions): Promise<BackupHeader> {
  const { file, about, recipient, signKey, signal } = options;
  const tar = pack();
  const filled = fill(tar, options).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error('the copy failed'));
    throw error;
  });
  // Its end is awaited below; until then a failure must not count as unhandled.
  filled.catch(() => undefined);

  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  const squeezed = pipeline(tar, zstd, { signal });
  squeezed.catch((error: unknown) => zstd.destroy(error as Error));
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const sealed = await encrypter.encrypt(Readable.toWeb(zstd) as unknown as ReadableStream<Uint8Array>);

  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.write(Buffer.alloc(headerSize), 0, headerSize, 0);
    for await (const chunk of Readable.fromWeb(sealed as unknown as WebStream)) {
      signal?.throwIfAborted();
      hash.update(chunk as Uint8Array);
      await handle.write(chunk as Uint8Array, 0, (chunk as Uint8Array).length, headerSize + bytes);
      bytes += (chunk as Uint8Array).length;
    }
    await Promise.all([filled, squeezed]);
    const header = signHeader(about().title, { bytes, sha256: hash.digest('hex') }, signKey);
    await handle.write(encodeHeader(header), 0, headerSize, 0);
    await handle.sync();
    return header;
  } finally {
    await handle.close();
  }
}

async function fill(tar: Pack, { entries, about, onBytes }: PartOptions) {
  const manifest: Manifest = { files: {} };
  for await (const entry of entries) {
    if (entry.kind === 'directory') await putFolder(tar, entry.path, entry.mode);
    else if (entry.kind === 'text') {
      manifest.files[entry.path] = createHash('sha256').update(entry.text).digest('hex');
      await putText(tar, entry.path, entry.text);
    } else {
      const sha256 = await putFile(tar, entry, onBytes);
      if (sha256 !== undefined) manifest.files[entry.path] = sha256;
    }
  }
  await putText(tar, aboutName, JSON.stringify(about()));
  await putText(tar, manifestName, JSON.stringify(manifest));
  tar.finalize();
}

const putFolder = (tar: Pack, name: string, mode: number) =>
  new Promise<void>((resolve, reject) =>
    tar.entry({ name, type: 'directory', mode }, (error) => (error ? reject(error) : resolve())),
  );

const putText = (tar: Pack, name: string, text: string) =>
  new Promise<void>((resolve, reject) => {
    tar.entry({ name, mode: 0o600, mtime: new Date(0) }, text, (error) =>
      error ? reject(error) : resolve(),
    );
  });

/**
 * PostgreSQL goes on working meanwhile: a file may be gone (then it is not needed), grow (what is beyond its size here
 * stands in the log) or be cut (the log cuts it again).
 * @returns the SHA-256 of what was written, undefined when the file was gone
 */
async function putFile(
  tar: Pack,
  { path, source, mode }: { path: string; source: string; mode: number },
  onBytes?: (count: number) => void,
): Promise<string | undefined> {
  const handle = await open(source, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { size } = await handle.stat();
    const hash = createHash('sha256');
    const entry = tar.entry({ name: path, size, mode, mtime: new Date(0) });
    await pipeline(Readable.from(piecesOf(handle, size, hash, onBytes)), entry);
    return hash.digest('hex');
  } finally {
    await handle.close();
  }
}

const piece = 256 * 1024;

async function* piecesOf(
  handle: FileHandle,
  size: number,
  hash: ReturnType<typeof createHash>,
  onBytes?: (count: number) => void,
): AsyncGenerator<Buffer> {
  for (let at = 0; at < size; ) {
    const wanted = Math.min(piece, size - at);
    const buffer = Buffer.alloc(wanted);
    const { bytesRead } = await handle.read(buffer, 0, wanted, at);
    const chunk = bytesRead === 0 ? buffer : buffer.subarray(0, bytesRead);
    at += chunk.length;
    hash.update(chunk);
    onBytes?.(chunk.length);
    yield chunk;
  }
}
