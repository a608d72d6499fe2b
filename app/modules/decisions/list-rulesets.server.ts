import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programDir } from '#platform/house.server.ts';
import { type Ruleset, rulesetSchema } from './ruleset.ts';

let kept: readonly Ruleset[] | undefined;

/** All rulesets of this release. They change with a release only, so they are read once. @throws when one is not well formed */
export function listRulesets(): readonly Ruleset[] {
  const folder = join(programDir, 'content/decisions');
  kept ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => rulesetSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
  return kept;
}
