import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { constants, createZstdCompress } from 'node:zlib';
import { Encrypter, identityToRecipient } from 'age-encryption';
import { pack, type Pack } from 'tar-stream';
import { type BackupHeader, encodeHeader, headerSize } from './backup-header.server.ts';
import type { BackupEntry } from './list-files.server.ts';
import type { Snapshot } from './snapshot.server.ts';

/** The first entry of the tar: what the header said, sealed, and what the house held. */
export interface SealedAbout {
  header: Omit<BackupHeader, 'payload'>;
  snapshot: Snapshot;
}

/** The last entry of the tar: every file with its SHA-256. */
export interface Manifest {
  files: Record<string, string>;
}

export const aboutName = 'about.json';
export const manifestName = 'manifest.json';

interface PartOptions {
  file: string;
  header: Omit<BackupHeader, 'payload'>;
  identity: CryptoKey;
  snapshot: Snapshot;
  entries: readonly BackupEntry[];
  onBytes(count: number): void;
  signal?: AbortSignal;
}

/** Writes one part to `file`, which must not exist, and leaves it on the disk for good. */
export async function writePart({
  file,
  header,
  identity,
  snapshot,
  entries,
  onBytes,
  signal,
}: PartOptions): Promise<BackupHeader> {
  const tar = pack();
  const about: SealedAbout = { header, snapshot };
  const filled = fill(tar, about, entries, onBytes).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error('the copy failed'));
    throw error;
  });
  // Its end is awaited below; until then a failure must not count as unhandled.
  filled.catch(() => undefined);

  const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } });
  const squeezed = pipeline(tar, zstd, { signal });
  squeezed.catch((error: unknown) => zstd.destroy(error as Error));
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(identity));
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
    const whole = { ...header, payload: { bytes, sha256: hash.digest('hex') } };
    await handle.write(encodeHeader(whole), 0, headerSize, 0);
    await handle.sync();
    return whole;
  } finally {
    await handle.close();
  }
}

async function fill(
  tar: Pack,
  about: SealedAbout,
  entries: readonly BackupEntry[],
  onBytes: (count: number) => void,
) {
  await put(tar, aboutName, about);
  const manifest: Manifest = { files: {} };
  for (const { path, source, kind, size, mode } of entries) {
    if (kind === 'directory') {
      await new Promise<void>((resolve, reject) =>
        tar.entry({ name: path, type: 'directory', mode }, (error) => (error ? reject(error) : resolve())),
      );
      continue;
    }
    const hash = createHash('sha256');
    const entry = tar.entry({ name: path, size, mode, mtime: new Date(0) });
    // A file that grew since it was listed (a log) is cut at the listed size; one that shrank is an error.
    const content =
      size === 0 ? Readable.from([]) : createReadStream(source, { end: size - 1, highWaterMark: 256 * 1024 });
    content.on('data', (chunk: Buffer) => {
      hash.update(chunk);
      onBytes(chunk.length);
    });
    await pipeline(content, entry);
    manifest.files[path] = hash.digest('hex');
  }
  await put(tar, manifestName, manifest);
  tar.finalize();
}

function put(tar: Pack, name: string, value: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry({ name, mode: 0o600, mtime: new Date(0) }, JSON.stringify(value), (error) =>
      error ? reject(error) : resolve(),
    );
  });
}
