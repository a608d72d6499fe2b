import { z } from 'zod';
import { namesOfStaff, type StaffTables } from '#modules/staff/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { activeColleagues } from '../colleagues.server.ts';
import { factsPlace, notePlace } from '../flag-seals.server.ts';
import type { FlagFacts, OversightTables } from '../oversight.tables.server.ts';
import { reviewersOf } from '../reviewers.ts';

const most = 200;

/**
 * Emergency accesses of the last three months, and the reading that the asker is to review: never their own. Nothing of
 * anybody's file but its number.
 */
export const listOversight = queriesOn<OversightTables>()({
  name: 'oversight.list',
  params: z.object({}),
  subject: 'oversight',
  audit: 'viewed',
  async run(context) {
    const { house, tx, on, actor, now } = context;
    const colleagues = await activeColleagues(on<StaffTables>());
    const since = new Date(now.getTime() - 92 * 24 * 3_600_000);
    const emergencies = await tx
      .selectFrom('break_glass')
      .select([
        'id',
        'staff_id',
        'file_no',
        'opened_at',
        'ends_at',
        'closed_at',
        'review_due',
        'reviewed_at',
        'reviewed_by',
        'outcome',
      ])
      .where((either) => either.or([either('opened_at', '>=', since), either('reviewed_at', 'is', null)]))
      .orderBy('opened_at', 'desc')
      .limit(most)
      .execute();
    const flags = await tx
      .selectFrom('reading_flag')
      .selectAll()
      .where((either) => either.or([either('flagged_at', '>=', since), either('state', '=', 'open')]))
      .orderBy('flagged_at', 'desc')
      .orderBy('id')
      .limit(most)
      .execute();
    const mine = flags.filter((flag) => reviewersOf(flag.staff_id, colleagues).includes(actor.staffId ?? ''));
    const names = await namesOfStaff(context, [
      ...emergencies.flatMap((row) => [row.staff_id, row.reviewed_by ?? '']).filter(Boolean),
      ...mine.flatMap((flag) => [flag.staff_id, flag.reviewed_by ?? '']).filter(Boolean),
    ]);
    return {
      answer: {
        emergencies: emergencies.map((row) => ({
          id: row.id,
          by: names.get(row.staff_id) ?? '',
          own: row.staff_id === actor.staffId,
          fileNo: row.file_no,
          openedAt: row.opened_at.toISOString(),
          endedAt: (row.closed_at ?? row.ends_at).toISOString(),
          reviewDue: row.review_due.toISOString(),
          overdue: row.reviewed_at === null && row.review_due <= now,
          outcome: row.outcome,
          reviewedBy: row.reviewed_by && (names.get(row.reviewed_by) ?? ''),
        })),
        flags: mine.map((flag) => {
          const facts = house.vault.unsealForHouse<FlagFacts>(factsPlace(flag.id), flag.sealed_facts);
          return {
            id: flag.id,
            kind: flag.kind,
            reader: names.get(flag.staff_id) ?? '',
            readerId: flag.staff_id,
            day: flag.day,
            count: flag.count,
            usual: flag.usual,
            from: facts.from,
            to: facts.to,
            state: flag.state,
            reviewedBy: flag.reviewed_by && (names.get(flag.reviewed_by) ?? ''),
            note: flag.sealed_note
              ? house.vault.unsealForHouse<string>(notePlace(flag.id), flag.sealed_note)
              : undefined,
          };
        }),
      },
      viewed: { count: emergencies.length + mine.length, fields: ['oversight'] },
    };
  },
});
