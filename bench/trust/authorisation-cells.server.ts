import { resolve } from 'node:path';
import { apiRoutes } from '#app/api.server.ts';
import { roles, rolesSeeingPeople, type StaffRole } from '#platform/actor.ts';
import { actOf } from '#platform/web/api-route.server.ts';
import { allActions, type Action, nameOf } from '../../checks/all-actions.ts';
import {
  type Asker,
  askers,
  type ExpectedRow,
  readExpectedAnswers,
} from '../../checks/authorisation/expected-answers.ts';
import { readExpectedDoors } from '../../checks/doors/expected-doors.ts';

/**
 * One question to the house and the answer that the hand-kept tables promise. Doors: `act` is the operation or query
 * itself, `pair` the same by somebody of two roles, `page` the address in a browser, `data` the same address as its script
 * asks for it, `api` the address for programs. `policy-alone` asks with row security switched off, `wall-alone` with the
 * application's rule switched off.
 */
export type Cell = { action: Action; row: ExpectedRow; expected: 'yes' | 'no' } & (
  | { door: 'act' | 'policy-alone' | 'wall-alone'; asker: Asker }
  | { door: 'pair'; asker: [StaffRole, StaffRole] }
  | { door: 'page' | 'data'; asker: StaffRole | 'public'; path: string }
  | { door: 'api'; asker: StaffRole | 'public'; route: (typeof apiRoutes)[number] }
);

export const wordOf = (cell: Cell): string => {
  const where = cell.door === 'page' || cell.door === 'data' ? ` ${cell.path}` : '';
  return `${cell.door}${where}: ${nameOf(cell.action)}, ${cell.row.standing}, ${String(cell.asker)}`;
};

/** Every cell there is, in the order of the tables. */
export async function allCells(): Promise<Cell[]> {
  const actions = new Map(
    (await allActions(resolve(import.meta.dirname, '../..'))).map((action) => [nameOf(action), action]),
  );
  const rows = readExpectedAnswers().flatMap((row) => {
    const action = actions.get(row.action);
    return action ? [{ row, action }] : [];
  });
  const cells: Cell[] = [];
  for (const { row, action } of rows) {
    const base = { action, row };
    const behindWall = row.standing === 'other-centre' || row.standing === 'restricted';
    for (const asker of askers) {
      cells.push({ ...base, door: 'act', asker, expected: row.may[asker] ? 'yes' : 'no' });
      if (behindWall) cells.push({ ...base, door: 'wall-alone', asker, expected: 'no' });
      else if (!isForReaders(row))
        cells.push({ ...base, door: 'policy-alone', asker, expected: row.may[asker] ? 'yes' : 'no' });
    }
    // One role makes somebody a reader of a closed file, and what the other may do, they then may do there.
    const mayAnywhere = (role: StaffRole) =>
      rows.some(
        (each) => each.row.action === row.action && each.row.standing === 'centre' && each.row.may[role],
      );
    for (const asker of pairs) {
      const may =
        asker.some((role) => row.may[role]) ||
        (isForReaders(row) && asker.some(meets) && asker.some(mayAnywhere));
      cells.push({ ...base, door: 'pair', asker, expected: may ? 'yes' : 'no' });
    }
  }
  const doors = readExpectedDoors();
  const shown = (action: string) => rows.filter(({ row }) => row.action === action);
  for (const { path, action } of doors) {
    const widest = (['own', 'self', 'centre'] as const).find((each) =>
      shown(action).some(({ row }) => row.standing === each),
    );
    for (const each of shown(action)) {
      // A list shows each what they may see: it opens for everybody who may see any of it.
      if (!path.includes(':') && each.row.standing !== widest) continue;
      for (const asker of [...roles, 'public'] as const) {
        const expected = asker !== 'public' && each.row.may[asker] ? 'yes' : 'no';
        cells.push({ ...each, door: 'page', path, asker, expected });
        if (!/\.(pdf|csv|xlsx)$/.test(path)) cells.push({ ...each, door: 'data', path, asker, expected });
      }
    }
  }
  for (const route of apiRoutes) {
    if ('open' in route) continue;
    for (const each of shown(actOf(route))) {
      for (const asker of [...roles, 'public'] as const) {
        const expected = asker !== 'public' && each.row.may[asker] ? 'yes' : 'no';
        cells.push({ ...each, door: 'api', route, asker, expected });
      }
    }
  }
  return cells;
}

const meets = (role: StaffRole): boolean => (rolesSeeingPeople as readonly string[]).includes(role);
const isForReaders = ({ standing }: ExpectedRow): boolean =>
  standing === 'reader' || standing === 'reader-linked';

/** A network has one administrator, who has no second role here. */
const paired = roles.filter((role) => role !== 'network_administrator');
const pairs = paired.flatMap((one, at) =>
  paired.slice(at + 1).map((other): [StaffRole, StaffRole] => [one, other]),
);
