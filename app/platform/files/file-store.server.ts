import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isProblem, notFound, Problem } from '../problem.ts';
import type { KeyStore } from '../vault/key-store.server.ts';
import { type FileName, openFile, sealFile } from './file-cipher.server.ts';

export interface StoredFile {
  /** Random; names the file on the disk and in the row that tells of it. */
  id: string;
  /** Bytes of the content. */
  size: number;
  /** Of the content, in hex. It recognises a known paper, so it belongs sealed in its row. */
  sha256: string;
}

/** How a file is kept: under whose key, and as what. Both are needed to open it again. */
export interface FileTerms {
  /** The key of the person or record it belongs to; when that is shredded the file is gone. */
  keyId: string;
  kind: string;
}

/** Files of the house, each encrypted under a key of its own below the key of its record. */
export interface FileStore {
  /**
   * Keeps a file; it is on the disk when this returns. Write it before the row that tells of it: a file without a row is
   * swept after a day. @throws Problem `too-large` beyond `maxBytes`, `vault.key-missing`; what the stream throws
   */
  put(
    content: ReadableStream<Uint8Array> | Uint8Array,
    terms: FileTerms & { maxBytes?: number },
  ): Promise<StoredFile>;
  /**
   * The content; each piece is proven before it comes, and the stream fails where the file is not what was stored. Read it
   * to its end before you rely on it. @throws Problem `not-found`, `file.damaged` when it is gone, `vault.key-missing`
   */
  open(id: string, terms: FileTerms): Promise<ReadableStream<Uint8Array>>;
  /** Also when it is gone already. */
  remove(id: string): Promise<void>;
  /** Ids of files written before that moment, folder by folder. Writes that broke off then are thrown away on the way. */
  listBefore(moment: Date): AsyncIterable<string[]>;
}

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const folderShape = /^[0-9a-f]{2}$/;
const unfinished = '.partial';
const usualMax = 25 * 1024 ** 2;

/** @param dir `<dataDir>/files`; made when the first file comes */
export function createFileStore(dir: string, keys: Pick<KeyStore, 'open'>): FileStore {
  const placeOf = (id: string): string => {
    if (!idShape.test(id)) throw notFound();
    return join(dir, id.slice(0, 2), id);
  };
  /** Folders that a power cut cannot take away any more. */
  const durable = new Set<string>();
  const prepare = async (folder: string): Promise<void> => {
    if (durable.has(folder)) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await syncFolder(dir);
    await syncFolder(dirname(dir));
    durable.add(folder);
  };
  return {
    async put(content, { keyId, kind, maxBytes = usualMax }) {
      const id = randomUUID();
      const key = await keys.open(keyId);
      const seen = { size: 0, hash: createHash('sha256') };
      const place = placeOf(id);
      await prepare(dirname(place));
      const draft = `${place}${unfinished}`;
      try {
        const handle = await open(draft, 'wx', 0o600);
        try {
          const source = content instanceof Uint8Array ? [content] : content;
          for await (const piece of sealFile(key, { id, kind }, measured(source, maxBytes, seen)))
            await handle.writeFile(piece);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      await syncFolder(dirname(place));
      return { id, size: seen.size, sha256: seen.hash.digest('hex') };
    },

    async open(id, { keyId, kind }) {
      const place = placeOf(id);
      const key = await keys.open(keyId);
      if (!(await lstat(place).catch(() => undefined))?.isFile())
        throw damaged(new Error('the file is gone'));
      return streamOf(opened(place, key, { id, kind }));
    },

    async remove(id) {
      const place = placeOf(id);
      await rm(place, { force: true });
      await syncFolder(dirname(place)).catch(() => undefined);
    },

    async *listBefore(moment) {
      for (const folder of await namesIn(dir, folderShape)) {
        const old: string[] = [];
        for (const name of await namesIn(join(dir, folder), /^/)) {
          const found = await lstat(join(dir, folder, name)).catch(() => undefined);
          if (!found?.isFile() || found.mtime >= moment) continue;
          if (name.endsWith(unfinished)) await rm(join(dir, folder, name), { force: true });
          else if (idShape.test(name) && name.startsWith(folder)) old.push(name);
        }
        if (old.length > 0) yield old;
      }
    },
  };
}

/** What is wrong with the file itself is said in one way, whether it was cut, exchanged or is gone. */
const damaged = (cause: unknown) => (isProblem(cause) ? cause : new Problem('file.damaged', 500, { cause }));

async function* opened(place: string, key: Buffer, name: FileName): AsyncGenerator<Uint8Array> {
  try {
    // A link in the place of a file would lead out of the folder.
    const handle = await open(place, constants.O_RDONLY | constants.O_NOFOLLOW);
    try {
      yield* openFile(key, name, handle.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 }));
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw damaged(cause);
  }
}

const streamOf = (chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> =>
  new ReadableStream<Uint8Array>({
    async pull(to) {
      const { done, value } = await chunks.next();
      if (done) to.close();
      else to.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
    },
  });

async function* measured(
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  maxBytes: number,
  seen: { size: number; hash: ReturnType<typeof createHash> },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    seen.size += chunk.byteLength;
    if (seen.size > maxBytes) throw new Problem('too-large', 413);
    seen.hash.update(chunk);
    yield chunk;
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

const namesIn = async (folder: string, shape: RegExp): Promise<string[]> =>
  (await readdir(folder).catch((): string[] => [])).filter((name) => shape.test(name)).sort();
