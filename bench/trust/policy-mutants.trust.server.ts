import { resolve } from 'node:path';
import { permissions } from '#app/permissions.ts';
import { composePolicy } from '#platform/policy/policy.ts';
import { allActions, nameOf } from '../../checks/all-actions.ts';
import {
  type Asker,
  type ExpectedRow,
  readExpectedAnswers,
} from '../../checks/authorisation/expected-answers.ts';
import { openWorld } from '../../checks/authorisation/world.testing.ts';
import { act, sceneOf } from './authorisation-answers.server.ts';
import { createLot } from './lot.ts';
import { type Mutant, policyMutants, saysPolicy } from './policy-mutants.ts';
import { withTestServers } from './shards.server.ts';
import type { TrustCheck, TrustOutcome, TrustRun } from './trust-check.ts';

/** Every slip of the hand in the policy is seen by the table; a part of them also by the house as it runs. */
export const check: TrustCheck = {
  name: 'policy-mutants',
  promise: 'whatever single entry of the policy is changed, the hand-kept table of answers notices',
  unit: 'mutants',
  counts: { fast: 4_400, night: 4_400 },
  faults: ['rows-left-out', 'house-keeps-old-policy'],
  run: (run) => withTestServers(() => tryMutants(run)),
};

/** A mutant tried on the house costs some ten milliseconds: one in so many. */
const oneIn = 30;

async function tryMutants(run: TrustRun): Promise<TrustOutcome> {
  const sound = composePolicy(permissions);
  const rows = tableFor(run.fault);
  const byAction = Map.groupBy(rows, (row) => row.action);
  const all = policyMutants(permissions).filter((mutant) => !isSame(mutant));
  // In earnest all of them, however many there are by now; the count says how many there must be at least.
  const drawn = createLot(run.seed)
    .shuffled(all)
    .slice(0, run.count < check.counts.fast ? run.count : all.length);
  const faults: string[] = [];
  const noticed: { mutant: Mutant; row: ExpectedRow }[] = [];
  for (const mutant of drawn) {
    const row = byAction.get(mutant.action)?.find((each) => notices(mutant, each, sound));
    if (row) noticed.push({ mutant, row });
    else faults.push(`${mutant.what}: the table says the same`);
  }
  const live = await tryLive(
    run,
    noticed.filter(({ mutant }) => mutant.what.endsWith('taken away')),
  );
  faults.push(...live.faults);
  return {
    done: drawn.length,
    wrong: faults.length,
    faults: faults.slice(0, 20),
    figures: { 'noticed by the table': String(noticed.length), 'noticed by the running house': live.noticed },
  };
}

const notices = ({ policy, role }: Mutant, row: ExpectedRow, sound: typeof policy): boolean => {
  const asker: Asker = role;
  const promised = row.may[asker];
  return saysPolicy(sound, row, asker) === promised && saysPolicy(policy, row, asker) !== promised;
};

/**
 * What is only ever about the asker (own session, own drafts, own passkeys) has no wider relation: the table knows no
 * record of somebody else there, and no input can name one.
 */
const own = new Set(
  [...Map.groupBy(readExpectedAnswers(), (row) => row.action)]
    .filter(([, rows]) => rows.every(({ standing }) => standing === 'self' || standing === 'own'))
    .map(([action]) => action),
);
const isSame = ({ what, action }: Mutant): boolean =>
  (what.endsWith('widened to the centre') && own.has(action)) || narrowed.has(what);

/**
 * A rule behind the policy lets nobody of this role do it in the centre of the table, where there is a data protection
 * officer; `reviewers.test.ts` in oversight sees both sides.
 */
const narrowed = new Set(['reading-flag.review: coordinator taken away']);

/** A fault to plant: a table that forgets every eighth act. */
function tableFor(fault: string | undefined): ExpectedRow[] {
  const rows = readExpectedAnswers();
  const forgotten = new Set([...new Set(rows.map(({ action }) => action))].filter((_, at) => at % 8 === 0));
  return fault === 'rows-left-out' ? rows.filter(({ action }) => !forgotten.has(action)) : rows;
}

/** Whoever lost a permission is refused by the house as it runs. */
async function tryLive(
  run: TrustRun,
  noticed: { mutant: Mutant; row: ExpectedRow }[],
): Promise<{ noticed: string; faults: string[] }> {
  const actions = new Map(
    (await allActions(resolve(import.meta.dirname, '../..'))).map((action) => [nameOf(action), action]),
  );
  const world = await openWorld();
  const { house } = world;
  const sound = house.policy;
  const sample = noticed
    .filter(({ row, mutant }) => !row.action.startsWith('setup.') && mutant.role !== 'house')
    .slice(0, Math.ceil(run.count / oneIn));
  const faults: string[] = [];
  for (const { mutant, row } of sample) {
    const action = actions.get(row.action);
    const asker = world.askers[mutant.role as Asker];
    if (!action) continue;
    const input = await sceneOf(world, { action, row }, asker);
    if (run.fault !== 'house-keeps-old-policy') Object.assign(house, { policy: mutant.policy });
    const answer = await act(house, { action, door: 'act' }, asker, input);
    Object.assign(house, { policy: sound });
    if (answer !== 'no') faults.push(`${mutant.what}: the house still says ${answer} (${row.standing})`);
  }
  await house.close();
  return { noticed: `${sample.length - faults.length} of ${sample.length}`, faults };
}
