import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import { groupsToProve, provesGroup, readRecoveryFile } from './recovery-key.server.ts';

/**
 * Two groups typed from the sheet prove that it was printed and can be read.
 * @throws `field.wrong-group` on `first` or `second`; Problem `recovery.no-sheet` when none was made
 */
export function proveSheet(house: House, typed: { first: string; second: string }): void {
  const file = readRecoveryFile(house.config.dataDir);
  if (!file) throw new Problem('recovery.no-sheet', 409);
  const [first, second] = groupsToProve(house.id);
  const wrong = [
    ...(provesGroup(house, file, first, typed.first) ? [] : ['first']),
    ...(provesGroup(house, file, second, typed.second) ? [] : ['second']),
  ];
  if (wrong.length > 0)
    throw new Problem('input.invalid', 422, { fields: wrong.map((path) => ({ path, code: 'wrong-group' })) });
}
