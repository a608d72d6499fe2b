import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What decides whether a page opens: the act of the authorisation table that its first look asks for; or `everyone`
 * (no account needed), `elsewhere` (leads on to another page by who asks), `sending-only` (takes forms, shows nothing),
 * `missing` (what is not there).
 */
export interface ExpectedDoor {
  path: string;
  action: string;
}

/** Reads the hand-kept list of the site's doors. @throws when a line is not `path,action` or stands there twice */
export function parseExpectedDoors(text: string): ExpectedDoor[] {
  const [head, ...lines] = text.trimEnd().split('\n');
  if (head !== 'path,action') throw new Error('the first line names other columns');
  const doors = lines.map((line) => {
    const [path = '', action = '', more] = line.split(',');
    if (!path.startsWith('/') || action === '' || more !== undefined)
      throw new Error(`this cannot be read: ${line}`);
    return { path, action };
  });
  const twice = doors.find((door, at) => doors.findIndex(({ path }) => path === door.path) !== at);
  if (twice) throw new Error(`${twice.path} stands there twice`);
  return doors;
}

export const readExpectedDoors = (): ExpectedDoor[] =>
  parseExpectedDoors(readFileSync(join(import.meta.dirname, '../doors.csv'), 'utf8'));
