import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { settingOf } from '#modules/centres/index.server.ts';
import { peopleIndex } from '#modules/clients/index.server.ts';
import { requireStepUp, type StaffTables, tellColleague } from '#modules/staff/index.server.ts';
import { isStaff } from '#platform/actor.ts';
import { type OperationContext, operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, forbidden, Problem } from '#platform/problem.ts';
import { type ClosedFile, closedFile, reasonPlace } from '../break-glass.server.ts';
import { activeColleagues } from '../colleagues.server.ts';
import { openBreakGlassInput } from '../oversight.schemas.ts';
import type { OversightTables } from '../oversight.tables.server.ts';
import { reviewersOf } from '../reviewers.ts';

/** From here on the index takes a person for the one who is meant; as in the search for people. */
const meantScore = 0.8;

/**
 * Opens one restricted file for an hour, in this session alone, because somebody is in danger and none of its readers can be
 * asked. Its owner, its readers and whoever will review it hear of it at once. Programs cannot.
 * @throws Problem `step-up.required` (428); at `file`: `no-such-file`, `several-files`; `oversight.nobody-to-review` (409)
 */
export const openBreakGlass = operationsOn<OversightTables>()({
  name: 'break-glass.open',
  input: openBreakGlassInput,
  subject: 'client',
  load: findClosedFile,
  async run({ house, actor, tx, on, now, enqueue }, { reason }, file) {
    if (!isStaff(actor) || actor.only) throw forbidden();
    requireStepUp(actor, now);
    const colleagues = await activeColleagues(on<StaffTables>());
    const reviewers = reviewersOf(actor.staffId, colleagues, file.readers);
    // Not without somebody who looks at it afterwards.
    if (reviewers.length === 0) throw new Problem('oversight.nobody-to-review', 409);
    const id = randomUUID();
    const minutes = settingOf(actor.centre.settings, 'break-glass.minutes');
    const hours = settingOf(actor.centre.settings, 'break-glass.review-hours');
    const sealed = await house.vault.seal(file.id, reasonPlace(id), reason);
    await sql`select open_break_glass(${id}, ${file.id}, ${sealed}, ${now}, ${minutes}::integer, ${hours}::integer)`.execute(
      tx,
    );
    const about = { centreId: actor.centre.id, by: actor.staffId, now, clientId: file.id, subjectId: id };
    const concerned = new Set([...(file.assignedTo ? [file.assignedTo] : []), ...file.readers]);
    concerned.delete(actor.staffId);
    for (const staffId of concerned)
      await tellColleague(on<StaffTables>(), { ...about, staffId, kind: 'break-glass-opened' });
    for (const staffId of reviewers)
      await tellColleague(on<StaffTables>(), { ...about, staffId, kind: 'break-glass-review' });
    const due = new Date(now.getTime() + hours * 3_600_000);
    await enqueue(
      'escalate-break-glass',
      { centreId: actor.centre.id },
      { runAt: new Date(due.getTime() + 1_000) },
    );
    return {
      result: {
        breakGlassId: id,
        clientId: file.id,
        endsAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
      },
      audit: {
        subjectId: id,
        clientId: file.id,
        fields: ['identity', 'consents', 'contacts'],
        itemIds: [...concerned],
        purpose: 'break-glass',
        detail: { reason },
        detailKey: file.id,
      },
    };
  },
});

/** The one closed file that is meant. The index knows it; the wall says whether it is closed to the asker. */
async function findClosedFile(
  { house, actor, tx }: OperationContext<OversightTables>,
  { file }: { file: string },
): Promise<ClosedFile> {
  if (!actor.centre) throw forbidden();
  const hits = await peopleIndex(house).search(actor.centre.id, file, { limit: 20 });
  const found: ClosedFile[] = [];
  for (const hit of hits) {
    if (hit.score < meantScore) continue;
    const closed = await closedFile(tx, hit.id);
    if (closed) found.push(closed);
  }
  const named = found.filter(({ fileNo }) => fileNo.toLowerCase() === file.trim().toLowerCase());
  const meant = named.length === 1 ? named : found;
  if (meant.length > 1) throw fieldProblem('file', 'several-files');
  if (!meant[0]) throw fieldProblem('file', 'no-such-file');
  return meant[0];
}
