import { closeSync, fstatSync, fsyncSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface WalPlace {
  timeline: number;
  /** Bytes from the beginning of all. */
  place: number;
  /** As the cluster was made with. */
  segmentSize: number;
}

/** `0/16B3748` as a number of bytes. */
export function parseLsn(lsn: string): number {
  const [high = '', low = ''] = lsn.split('/');
  return Number.parseInt(high, 16) * 0x1_0000_0000 + Number.parseInt(low, 16);
}

/** The segment that holds this place, as PostgreSQL names it: timeline, then two halves of the segment's number. */
export function segmentName(timeline: number, place: number, segmentSize: number): string {
  const perLog = 0x1_0000_0000 / segmentSize;
  const segment = Math.floor(place / segmentSize);
  return [timeline, Math.floor(segment / perLog), segment % perLog]
    .map((part) => part.toString(16).toUpperCase().padStart(8, '0'))
    .join('');
}

/**
 * Writes zeros over all WAL from this place on, as if it had never left the memory of the machine. The server must be gone.
 * @returns how many bytes were not zero before
 */
export function zeroWalFrom(clusterDir: string, { timeline, place, segmentSize }: WalPlace): number {
  const folder = join(clusterDir, 'pg_wal');
  const first = segmentName(timeline, place, segmentSize);
  let zeroed = 0;
  for (const name of readdirSync(folder).filter((file) => /^[\dA-F]{24}$/.test(file) && file >= first)) {
    const handle = openSync(join(folder, name), 'r+');
    try {
      const from = name === first ? place % segmentSize : 0;
      const length = fstatSync(handle).size - from;
      const zeros = Buffer.alloc(Math.min(length, 1024 * 1024));
      for (let done = 0; done < length; done += zeros.length)
        writeSync(handle, zeros, 0, Math.min(zeros.length, length - done), from + done);
      zeroed += length;
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  }
  return zeroed;
}
