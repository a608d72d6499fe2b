import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What matters here of PostgreSQL's `global/pg_control` (src/include/catalog/pg_control.h). */
export interface ControlFile {
  /** The server wrote everything down and ended in order. */
  wasStopped: boolean;
  /** The one file of the write-ahead log that the next start reads; undefined in a layout that is not known here. */
  checkpointSegment: string | undefined;
}

const knownLayout = 1800;
const shutDown = 1;
const segmentSize = 16n * 1024n * 1024n;

export async function readControlFile(clusterDir: string): Promise<ControlFile> {
  const bytes = await readFile(join(clusterDir, 'global', 'pg_control'));
  // Fields of the machine's own order; both kinds of machine we run on are little-endian.
  const layout = bytes.readUInt32LE(8);
  const segment = bytes.readBigUInt64LE(32) / segmentSize;
  const timeline = bytes.readUInt32LE(48);
  const hex = (value: bigint | number) => value.toString(16).toUpperCase().padStart(8, '0');
  return {
    wasStopped: bytes.readUInt32LE(16) === shutDown,
    checkpointSegment:
      layout === knownLayout ? `${hex(timeline)}${hex(segment / 256n)}${hex(segment % 256n)}` : undefined,
  };
}
