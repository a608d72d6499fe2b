import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles as staffRoles } from '#platform/actor.ts';

/** Who may be asking: the roles of staff, and those without an account. */
export const askers = [...staffRoles, 'public', 'setup', 'job', 'house'] as const;
export type Asker = (typeof askers)[number];

/**
 * How the record stands to the asker. `centre`: of the same centre, nothing more; `linked`: of a person whom the asker
 * serves; `own`: made by the asker or theirs to do; `self`: the asker's own account; `reader`: restricted, the asker may
 * open it (`reader-linked`: and serves the person); `restricted`: the asker may not; `other-centre`: of another centre.
 */
export const standings = [
  'centre',
  'linked',
  'own',
  'self',
  'reader',
  'reader-linked',
  'restricted',
  'other-centre',
] as const;
export type Standing = (typeof standings)[number];

export interface ExpectedRow {
  action: string;
  standing: Standing;
  may: Record<Asker, boolean>;
}

/**
 * Reads the hand-kept table of who may do what. It is written from what a centre needs, never printed from the policy:
 * a table made from the policy would agree with itself. @throws when a line is not what the first line promises
 */
export function parseExpectedAnswers(text: string): ExpectedRow[] {
  const [head = '', ...lines] = text.trimEnd().split('\n');
  if (head !== ['action', 'relation', ...askers].join(','))
    throw new Error('the first line names other columns');
  const seen = new Set<string>();
  return lines.map((line, index) => {
    const [action = '', standing = '', ...cells] = line.split(',');
    const known = (standings as readonly string[]).includes(standing);
    if (!known || cells.length !== askers.length || cells.some((cell) => cell !== 'yes' && cell !== 'no')) {
      throw new Error(`line ${index + 2} cannot be read: ${line}`);
    }
    if (seen.has(`${action} ${standing}`)) throw new Error(`${action} ${standing} stands there twice`);
    seen.add(`${action} ${standing}`);
    const may = Object.fromEntries(askers.map((asker, at) => [asker, cells[at] === 'yes']));
    return { action, standing: standing as Standing, may: may as Record<Asker, boolean> };
  });
}

export const readExpectedAnswers = (): ExpectedRow[] =>
  parseExpectedAnswers(readFileSync(join(import.meta.dirname, '../authorisation.csv'), 'utf8'));
