import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { SwitchState } from '../centre-switches.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { centreSwitchRows } from '../centre-switches.server.ts';

/** What the actor's centre has switched off or made required; what has no row is on. */
export const listSwitches = queriesOn<CentreTables>()({
  name: 'centre.switches',
  params: z.object({}),
  subject: 'centre',
  audit: 'none',
  async run({ tx, actor }): Promise<{ answer: SwitchState[] } | undefined> {
    return actor.centre && { answer: await centreSwitchRows(tx, actor.centre.id) };
  },
});
