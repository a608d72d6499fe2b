import { staffNames } from '#modules/staff/index.server.ts';
import { advises } from '#platform/actor.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import type { Web } from '#platform/web/web-context.ts';
import { riskOf } from './lock-guide.server.ts';
import { nextStep } from './next-step.ts';
import { viewGuide } from './queries/view-guide.query.server.ts';
import { isWhole, staleBlocks } from './stale-blocks.ts';

/** A page with what its own screens need beside it: names, the next step, how each translation stands. */
export async function loadGuide(web: Web, pageId: string | undefined) {
  const actor = requireStaff(web);
  const view = await web.read(viewGuide, { pageId: pageId ?? '' });
  const { page, source, texts } = view;
  // Who reads figures alone learns no names.
  const mayName = web.house.policy.mayEver(actor, 'staff.names');
  const names = mayName ? await web.read(staffNames, {}) : {};
  const nameOf = (id: string | null | undefined) => (id ? names[id]?.name : undefined);
  const editors = Object.entries(names)
    .filter(([, { active, roles }]) => active && advises({ roles }))
    .map(([id]) => id);
  const may = (action: string) => web.house.policy.mayEver(actor, action);
  return {
    ...view,
    may,
    nameOf,
    actor,
    next: nextStep({
      page: {
        state: page.state,
        isArchived: page.archived_at !== null,
        isOutline: page.origin === 'outline',
        isOverdue: view.isOverdue,
        editedBy: page.edited_by,
        writtenBy: page.hands,
        submittedBy: page.submitted_by,
        approvedBy: page.approved_by,
        riskClass: riskOf(page),
      },
      actorId: actor.staffId,
      editors,
      mayEver: may,
    }),
    translations: texts
      .filter(({ language }) => language !== page.source_language)
      .map((text) => {
        const out = view.live.find(({ language }) => language === text.language);
        return {
          language: text.language,
          title: text.title,
          status: text.status,
          isBehind: !isWhole(text.basis, source.body) || staleBlocks(text.basis, source.body).length > 0,
          isOut: page.published_version !== null && out !== undefined,
          /** Says something else than what readers have, or has been checked since. */
          isNew:
            !out ||
            out.body !== text.body ||
            out.title !== text.title ||
            out.summary !== text.summary ||
            out.is_checked !== (text.status === 'checked'),
        };
      }),
  };
}
