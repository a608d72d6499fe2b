import { type BackupHeader, type BackupPart, decodeHeader, headerSize } from './backup-header.server.ts';
import { isCopyName } from './backup-names.ts';
import type { Target } from './target.server.ts';

export interface FoundCopy {
  target: Target;
  name: string;
  header: BackupHeader;
}

/** The copies of a part in a place, newest first. Known by their header, never by their name. */
export async function findCopies(target: Target, part: BackupPart): Promise<FoundCopy[]> {
  const found: FoundCopy[] = [];
  for (const name of await target.list()) {
    if (!isCopyName(name)) continue;
    const header = await readCopyHeader(target, name).catch(() => undefined);
    if (header?.what === 'copy' && header.part === part) found.push({ target, name, header });
  }
  return found.sort((a, b) => b.header.madeAt.localeCompare(a.header.madeAt));
}

/** @throws Problem `restore.not-a-backup` */
export const readCopyHeader = async (target: Target, name: string): Promise<BackupHeader> =>
  decodeHeader(await target.readStart(name, headerSize), name);
