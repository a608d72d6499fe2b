import type { Transaction } from 'kysely';
import { type Switches, type SwitchState, switchesFrom } from './centre-switches.ts';
import type { CentreTables } from './centre.tables.server.ts';

export function centreSwitchRows(tx: Transaction<CentreTables>, centreId: string): Promise<SwitchState[]> {
  return tx
    .selectFrom('centre_switch')
    .select(['list', 'code', 'enabled', 'required'])
    .where('centre_id', '=', centreId)
    .execute();
}

/** What the centre uses of topics, fields and code lists; for operations and queries of other modules. */
export async function centreSwitches(tx: Transaction<CentreTables>, centreId: string): Promise<Switches> {
  return switchesFrom(await centreSwitchRows(tx, centreId));
}
