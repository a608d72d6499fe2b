import { z } from 'zod';
import { queriesOn } from '#platform/operations/query.server.ts';
import type { BackupTables } from '../backups.tables.server.ts';
import { proofState } from '../proof-state.ts';

const shown = 10;

/** Plan, places, and how the last copies and proofs went. Nothing here is about people. */
export const viewBackups = queriesOn<BackupTables>()({
  name: 'backup.view',
  params: z.object({}),
  subject: 'backup',
  audit: 'none',
  async run({ house, tx, now }) {
    const plan = await tx.selectFrom('backup_plan').selectAll().executeTakeFirst();
    // Behind the wall there is nothing to see, whoever let the asker come so far.
    if (!plan) return undefined;
    const places = await tx
      .selectFrom('backup_target')
      .select(['id', 'part', 'kind', 'place', 'tried_at', 'arrived_at', 'problem'])
      .where('removed_at', 'is', null)
      .orderBy('part', 'desc')
      .orderBy('added_at')
      .execute();
    const runs = await tx
      .selectFrom('backup_run')
      .selectAll()
      .orderBy('ended_at', 'desc')
      .limit(shown)
      .execute();
    const drills = await tx
      .selectFrom('restore_drill')
      .selectAll()
      .orderBy('ended_at', 'desc')
      .limit(shown)
      .execute();
    const proof = await tx
      .selectFrom('restore_drill')
      .select(['ended_at', 'until_at'])
      .where('problem', 'is', null)
      .orderBy('ended_at', 'desc')
      .executeTakeFirst();
    const copy = await tx
      .selectFrom('backup_run')
      .select('made_at')
      .where('problem', 'is', null)
      .orderBy('made_at', 'desc')
      .executeTakeFirst();
    const isAsked = (wished: Date | null, last: Date | undefined) =>
      wished !== null && !(last && last > wished);
    return {
      answer: {
        // An operator's own servers are copied by their own means, and told so.
        isExternal: house.config.databaseUrl !== undefined,
        plan: { hour: plan.hour, daily: plan.daily, weekly: plan.weekly, monthly: plan.monthly },
        copyAsked: isAsked(plan.copy_wanted_at, runs[0]?.started_at),
        proofAsked: isAsked(plan.drill_wanted_at, drills[0]?.started_at),
        lastCopy: copy?.made_at ?? null,
        lastProof: proof ? { at: proof.ended_at, until: proof.until_at } : null,
        state: proofState(proof?.ended_at ?? null, now),
        /** The newest trial, where it failed. */
        failed: drills[0]?.problem ? { step: drills[0].step ?? '', problem: drills[0].problem } : null,
        places,
        runs,
        drills,
      },
    };
  },
});
