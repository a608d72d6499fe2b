import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { createZstdDecompress } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { extract } from 'tar-stream';
import { Problem } from '../problem.ts';
import { type BackupHeader, headerSize } from './backup-header.server.ts';
import { aboutName, type Manifest, manifestName, type SealedAbout } from './write-part.server.ts';

/** Where the entries of a part go; for a mere check, nowhere. */
export interface PartSink {
  directory(path: string, mode: number): Promise<void>;
  file(path: string, mode: number, content: AsyncIterable<Buffer>): Promise<void>;
}

interface ReadOptions {
  file: string;
  header: BackupHeader;
  identity: CryptoKey;
  sink?: PartSink;
  onBytes?(count: number): void;
}

/** Reads what follows the header and compares its SHA-256. Needs no key. @throws Problem `restore.damaged` */
export async function checkPayload(
  file: string,
  header: BackupHeader,
  onBytes?: (count: number) => void,
): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(file, { start: headerSize, highWaterMark: 1024 * 1024 })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    onBytes?.((chunk as Buffer).length);
  }
  if (bytes !== header.payload.bytes || hash.digest('hex') !== header.payload.sha256) throw damaged(file);
}

/**
 * Opens a part and hands out its entries. Every byte is authenticated on the way, every file is compared with the
 * manifest, and the header with the sealed copy of itself.
 * @throws Problem `restore.damaged`
 */
export async function readPart({ file, header, identity, sink, onBytes }: ReadOptions): Promise<SealedAbout> {
  let about: SealedAbout | undefined;
  let manifest: Manifest | undefined;
  const found: Record<string, string> = {};
  try {
    for await (const { name, type, mode, content } of entriesOf(file, identity)) {
      if (name === aboutName) about = JSON.parse(await text(content)) as SealedAbout;
      else if (name === manifestName) manifest = JSON.parse(await text(content)) as Manifest;
      else if (!isSafePath(name)) throw damaged(file);
      else if (type === 'directory') await sink?.directory(name, mode);
      else if (type === 'file') found[name] = await take(name, mode, content, sink, onBytes);
      else throw damaged(file);
    }
  } catch (error) {
    // Space, rights and the like are told as they are; what does not fit together is damage.
    if (error instanceof Problem || isSystemError(error)) throw error;
    throw damaged(file, error);
  }
  const { payload: _, mark: __, ...said } = header;
  if (!about || !manifest || JSON.stringify(about.title) !== JSON.stringify(said)) throw damaged(file);
  if (JSON.stringify(manifest.files) !== JSON.stringify(found)) throw damaged(file);
  return about;
}

interface Entry {
  name: string;
  type: string;
  mode: number;
  content: AsyncIterable<Buffer>;
}

async function* entriesOf(file: string, identity: CryptoKey): AsyncGenerator<Entry> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  const sealed = createReadStream(file, { start: headerSize, highWaterMark: 256 * 1024 });
  const squeezed = await decrypter.decrypt(Readable.toWeb(sealed) as unknown as ReadableStream<Uint8Array>);
  const zstd = createZstdDecompress();
  const tar = extract();
  const source = Readable.fromWeb(squeezed as unknown as WebStream);
  // pipe() hands no errors on, and pipeline() would end the tar before its last entry was taken.
  source.once('error', (error) => zstd.destroy(error));
  zstd.once('error', (error) => tar.destroy(error));
  source.pipe(zstd).pipe(tar);
  try {
    for await (const entry of tar) {
      const { name, type, mode } = entry.header;
      yield {
        name: name.replace(/\/$/, ''),
        type: type ?? 'file',
        mode: mode ?? 0o600,
        content: entry as AsyncIterable<Buffer>,
      };
    }
  } finally {
    sealed.destroy();
  }
}

async function take(
  name: string,
  mode: number,
  content: AsyncIterable<Buffer>,
  sink?: PartSink,
  onBytes?: (count: number) => void,
) {
  const hash = createHash('sha256');
  async function* passing() {
    for await (const chunk of content) {
      hash.update(chunk);
      onBytes?.(chunk.length);
      yield chunk;
    }
  }
  if (sink) await sink.file(name, mode, passing());
  else await drain(passing());
  return hash.digest('hex');
}

async function drain(content: AsyncGenerator<Buffer>): Promise<void> {
  while ((await content.next()).done !== true);
}

/** Only below the data folder, in plain names. */
const isSafePath = (path: string) =>
  path !== '' &&
  !path.startsWith('/') &&
  path.split('/').every((step) => step !== '' && step !== '.' && step !== '..' && !step.includes('\0'));

const isSystemError = (error: unknown) =>
  error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));

const damaged = (file: string, cause?: unknown) =>
  new Problem('restore.damaged', 422, { params: { file: basename(file) }, cause });
