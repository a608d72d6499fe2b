import { settingOf } from '#modules/centres/index.server.ts';
import { asStaff, type FactTables, nextRevision } from '#modules/facts/index.server.ts';
import { addDays } from '#platform/language/local-day.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { publishGuideInput } from '../guide.schemas.ts';
import { reviewSettingOf } from '../guide-rules.ts';
import type { GuideTables } from '../guide.tables.server.ts';
import { keepQuotes } from '../keep-quotes.server.ts';
import { aboutNow, lockGuide, requireGuide, textsOf } from '../lock-guide.server.ts';
import { requireSoundQuotes } from '../require-facts.server.ts';
import { requireSecondPerson } from '../require-second-person.server.ts';

/**
 * Publishes: a page that has passed its check, with the translations chosen, or new translations of a page that is out
 * already. Each text is kept word for word under the next version and is what readers get from the next request on.
 * A translation nobody has checked goes out only marked as a draft, and not by who wrote it.
 * @throws Problem `guide.second-person`, `guide.wrong-state`, `guide.nothing-to-publish`, `guide.unknown-facts`,
 * `guide.facts-without-source`, `guide.unknown-pages`, `conflict.version`; `input.invalid` on `languages`
 */
export const publishGuide = operationsOn<GuideTables>()({
  name: 'guide.publish',
  input: publishGuideInput,
  subject: 'guide',
  load: ({ tx }, input) => lockGuide(tx, input.pageId),
  async run(context, input, page) {
    const { tx, now, today } = context;
    const { centre, staffId } = asStaff(context);
    requireGuide(page, input.version, ['ready', 'published']);
    const withSource = page.state === 'ready';
    const texts = await textsOf(tx, page.id);
    const missing = input.languages.find((code) => !texts.some(({ language }) => language === code));
    if (missing) throw fieldProblem('languages', 'not-in-list');
    const going = texts.filter(({ language }) =>
      language === page.source_language ? withSource : input.languages.includes(language),
    );
    if (going.length === 0) throw new Problem('guide.nothing-to-publish', 409);
    // Words that only their translator has read do not go out by the same hands, marked as a draft or not.
    const isOwn = going.some(
      ({ language, status, edited_by }) =>
        language !== page.source_language && status === 'draft' && edited_by === staffId,
    );
    let { alone } = withSource ? await requireSecondPerson(context, 'publish', page) : { alone: false };
    if (isOwn && !alone) {
      const own = { ...page, edited_by: staffId, hands: [], submitted_by: null, approved_by: null };
      ({ alone } = await requireSecondPerson(context, 'publish', own));
    }
    await requireSoundQuotes(
      context.on<GuideTables & FactTables>(),
      going.map(({ body }) => body),
    );

    // Counted over all versions there ever were: a page that was archived and came back keeps its old ones.
    const { last } = await tx
      .selectFrom('guide_version')
      .select(({ fn }) => fn.max('version').as('last'))
      .where('page_id', '=', page.id)
      .executeTakeFirstOrThrow();
    const next = (last ?? 0) + 1;
    const isSubstance = withSource && (input.substance || page.published_version === null);
    const revision = await nextRevision(context, centre.id);
    await tx
      .insertInto('guide_version')
      .values(
        going.map(({ language, title, summary, body, basis, status }) => ({
          page_id: page.id,
          version: next,
          language,
          centre_id: centre.id,
          title,
          summary,
          body,
          basis,
          is_checked: language === page.source_language || status === 'checked',
          substance: isSubstance,
          change_note: input.changeNote ?? null,
          published_by: staffId,
          published_at: now,
          revision,
        })),
      )
      .execute();
    await tx
      .updateTable('guide_page')
      .set({
        state: 'published',
        published_version: next,
        published_at: now,
        published_by: staffId,
        outline: null,
        ...(isSubstance && { substance_version: next }),
        ...(withSource && {
          published_about: aboutNow(page),
          hands: [],
          verified_on: today,
          review_due: page.ends_on ?? addDays(today, settingOf(centre.settings, reviewSettingOf(page.type))),
        }),
        version: input.version + 1,
        updated_at: now,
        revision,
      })
      .where('id', '=', page.id)
      .execute();
    // Of each language the newest text that is out.
    const out = await tx
      .selectFrom('guide_version')
      .distinctOn('language')
      .select('body')
      .where('page_id', '=', page.id)
      .orderBy('language')
      .orderBy('version', 'desc')
      .execute();
    await keepQuotes(
      tx,
      page,
      out.map(({ body }) => body),
      false,
    );
    return {
      result: { pageId: page.id, version: input.version + 1, publishedVersion: next, alone },
      audit: { subjectId: page.id, fields: ['published', ...(alone ? ['alone'] : [])] },
    };
  },
});
