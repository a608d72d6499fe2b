import { saveView } from '#modules/lists/operations/save-view.server.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

/** Filters that colleagues keep under a name, for everybody or for themselves. */
const views = [
  {
    by: 'coordinator',
    shared: true,
    list: 'people',
    name: 'Women about to leave',
    filter: { sex: 'female', stage: 'outgoing' },
  },
  {
    by: 'coordinator',
    shared: true,
    list: 'contacts',
    name: 'First visits, newest first',
    filter: { whose: 'all', firstTime: 'yes', sort: 'newest' },
  },
  {
    by: 'counsellor1',
    shared: false,
    list: 'people',
    name: 'Mine, longest not seen',
    filter: { show: 'mine', sort: 'longest-ago' },
  },
  {
    by: 'counsellor1',
    shared: false,
    list: 'contacts',
    name: 'On the phone',
    filter: { whose: 'all', channelGroup: 'telephone' },
  },
] as const;

export async function seedViews(house: House, seed: string, centre: DemoCentre): Promise<void> {
  for (const [at, { by, ...view }] of views.entries()) {
    const actor = centre.staff.get(by);
    if (actor) await execute(house, saveView, actor, view, { idempotencyKey: `${seed}/view/${at}` });
  }
}
