import type { Actor } from '#platform/actor.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { isProblem } from '#platform/problem.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { nameOf } from '../../checks/all-actions.ts';
import { scenes } from '../../checks/authorisation/scenes.testing.ts';
import type { World } from '../../checks/authorisation/world.testing.ts';
import type { Cell } from './authorisation-cells.server.ts';

type Asked = Pick<Cell, 'action' | 'row'>;

/** Makes what the cell is about, standing so to the asker, and returns the act's input. */
export async function sceneOf(world: World, cell: Asked, asker: Actor): Promise<Record<string, unknown>> {
  const scene = scenes[nameOf(cell.action)];
  if (!scene) throw new Error(`there is no scene for ${nameOf(cell.action)}`);
  return scene(world, asker, cell.row.standing);
}

const refusals = new Set(['forbidden', 'not-found', 'duplicates.ask-supervisor']);

/** `yes` when it was allowed, whatever rule stopped it afterwards; `no` when it was refused or could not be found. */
export async function act(
  house: TestHouse,
  { action, door }: Pick<Cell, 'action' | 'door'>,
  actor: Actor,
  input: object,
): Promise<string> {
  try {
    await (action.kind === 'operation'
      ? execute(house, action.operation, actor, input)
      : read(house, action.query, actor, input));
    return 'yes';
  } catch (error) {
    // Outside of a centre there is nothing to look with; some acts notice it only when they look.
    const lost = error instanceof Error && 'code' in error && error.code === '22P02';
    if (door === 'wall-alone')
      return lost || (isProblem(error) && error.status < 500) ? 'no' : `broke: ${String(error)}`;
    if (!isProblem(error) || error.status >= 500) return `broke: ${String(error)}`;
    return refusals.has(error.code) ? 'no' : 'yes';
  }
}

/** Switches row security off on every table: what still holds is the application's rule. */
export async function takeWallDown({ admin }: TestHouse): Promise<void> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relrowsecurity and relnamespace = 'serai'::regnamespace`,
  );
  for (const { name } of rows)
    await admin.query(`alter table serai.${name} no force row level security, disable row level security`);
}
