import { configure, type Entry, type FileEntry, Uint8ArrayReader, ZipReader } from '@zip.js/zip.js';
import { isProblem } from '../problem.ts';
import { megabytes, ratioFrom, type TableLimits, tableProblem } from './table-limits.ts';

configure({ useWebWorkers: false });

/** A zip file in memory whose parts are unpacked piece by piece. Parts are read one after the other, each within the limit. */
export interface ZipArchive {
  names: ReadonlySet<string>;
  /** The part as text; each call unpacks it anew. @throws Problem `table.damaged`, `table.unpacks-too-large` */
  text(name: string): AsyncGenerator<string>;
}

/** @throws Problem `table.damaged`, `table.encrypted`, `table.too-many-parts` */
export async function openZip(bytes: Uint8Array, limits: TableLimits): Promise<ZipArchive> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes));
  const parts = new Map<string, FileEntry>();
  try {
    let count = 0;
    for await (const entry of reader.getEntriesGenerator()) {
      if (++count > limits.parts) throw tableProblem('too-many-parts', { limit: limits.parts });
      if (!isFile(entry)) continue;
      if (entry.encrypted) throw tableProblem('encrypted');
      parts.set(entry.filename, entry);
    }
  } catch (error) {
    throw asDamaged(error);
  }
  return {
    names: new Set(parts.keys()),
    async *text(name) {
      const entry = parts.get(name);
      if (!entry) throw tableProblem('damaged');
      const decoder = new TextDecoder('utf-8', { fatal: true });
      try {
        for await (const piece of unpack(entry, limits)) yield decoder.decode(piece, { stream: true });
        yield decoder.decode();
      } catch (error) {
        throw asDamaged(error);
      }
    },
  };
}

async function* unpack(entry: FileEntry, limits: TableLimits): AsyncGenerator<Uint8Array> {
  const tooLarge = () =>
    tableProblem('unpacks-too-large', { limit: `${megabytes(limits.unpackedBytes)} MB` });
  let fail = (_error: unknown): void => undefined;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      fail = (error) => controller.error(error);
    },
  });
  const stop = new AbortController();
  // The library does not end the stream when the packed bytes are wrong; without this the reader would wait for ever.
  let failed: unknown;
  const unpacked = entry.getData(writable, { signal: stop.signal }).catch((error: unknown) => {
    failed = error;
    fail(error);
  });
  const reader = readable.getReader();
  let bytes = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      bytes += value.length;
      if (bytes > limits.unpackedBytes) throw tooLarge();
      if (bytes > ratioFrom && bytes > limits.ratio * Math.max(entry.compressedSize, 1)) throw tooLarge();
      yield value;
    }
    // Sums and lengths are compared at the end, when the stream may have closed already.
    await unpacked;
    if (failed !== undefined) throw failed;
  } finally {
    stop.abort();
    await reader.cancel().catch(() => undefined);
    await unpacked;
  }
}

const isFile = (entry: Entry): entry is FileEntry => !entry.directory;

const asDamaged = (error: unknown) => (isProblem(error) ? error : tableProblem('damaged', {}, error));
