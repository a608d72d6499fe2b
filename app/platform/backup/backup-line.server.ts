import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { BackupPart } from './backup-header.server.ts';
import { writeDurably } from './write-durably.server.ts';

const schema = z.object({ records: z.uuid().optional(), keys: z.uuid().optional() });

const fileOf = (dataDir: string) => join(dataDir, 'backup-line.json');

async function readLines(dataDir: string): Promise<z.infer<typeof schema>> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => '{}');
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return {}; // cut short by a power loss: a new line begins, and with it a new copy
  }
}

/** The line on which this part's copies and logs follow each other. Never restored: another machine begins its own. */
export async function currentLine(dataDir: string, part: BackupPart): Promise<string> {
  return (await readLines(dataDir))[part] ?? beginLine(dataDir, part);
}

/** After a gap in the log nothing that follows joins what stood before: a new line, and a new copy to begin it. */
export async function beginLine(dataDir: string, part: BackupPart): Promise<string> {
  const line = randomUUID();
  await writeDurably(fileOf(dataDir), JSON.stringify({ ...(await readLines(dataDir)), [part]: line }));
  return line;
}
