import type { BackupPart } from './backup-header.server.ts';

// Names say when a copy was made and where a log file belongs, so that a folder or a bucket can be looked through
// without opening everything. What counts is always the header.

const stamp = (at: Date): string => at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');

/** `records-20261123-021500-ab12.bak` */
export const copyName = (part: BackupPart, at: Date, mark: string): string =>
  `${part}-${stamp(at)}-${mark.slice(-4)}.bak`;

export const isCopyName = (name: string): boolean => /^[\w.-]+\.bak$/.test(name);

/** `log/<line>/<file of the log>.bak` */
export const logName = (line: string, file: string): string => `log/${line}/${file}.bak`;

/** `files/20261123-021500-<id>.bak`: a stored file, as it came after the last copy. */
export const storedName = (at: Date, id: string): string => `files/${stamp(at)}-${id}.bak`;

export interface LogPlace {
  line: string;
  file: string;
}

export function parseLogName(name: string): LogPlace | undefined {
  const [, line, file] = /^log\/([0-9a-f-]{36})\/([0-9A-F]{24})\.bak$/.exec(name) ?? [];
  return line !== undefined && file !== undefined ? { line, file } : undefined;
}

export function parseStoredName(name: string): { id: string; at: string } | undefined {
  const [, at, id] = /^files\/(\d{8}-\d{6})-([0-9a-f-]{36})\.bak$/.exec(name) ?? [];
  return at !== undefined && id !== undefined ? { id, at } : undefined;
}

/** The time in a name, comparable with that of others. */
export const stampOf = stamp;
