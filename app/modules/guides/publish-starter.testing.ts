import { addTestStaff, type TestCentre } from '#modules/staff/staff.testing.ts';
import { publicLanguages } from '#platform/language/interface-languages.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { TestHouse } from '#platform/testing/test-house.server.ts';
import { neutralityQuestions } from './guide-rules.ts';
import { approveGuide } from './operations/approve-guide.server.ts';
import { bringStarter } from './operations/bring-starter.server.ts';
import { publishGuide } from './operations/publish-guide.server.ts';
import { submitGuide } from './operations/submit-guide.server.ts';

/**
 * The pages that come with the program, published with all their translations by people of the centre, in all languages
 * of the site. All of them, or those that are named.
 */
export async function publishStarter(
  house: TestHouse,
  { coordinator, siteIds }: TestCentre,
  slugs?: readonly string[],
): Promise<void> {
  const join = () => addTestStaff(house, coordinator.actor, ['counsellor'], siteIds[0]);
  const [author, lawyer, editor] = [await join(), await join(), await join()];
  await house.admin.query('update serai.centre set languages = $1', [publicLanguages]);
  await execute(house, bringStarter, coordinator.actor, {});
  const { rows } = await house.admin.query<{ id: string; version: number; languages: string[] | null }>(
    `select p.id, p.version, array_agg(t.language) filter (where t.language <> p.source_language) as languages
     from serai.guide_page p join serai.guide_text t on t.page_id = p.id
     where p.origin <> 'outline' and ($1::text[] is null or p.slug = any($1)) group by p.id`,
    [slugs],
  );
  for (const { id: pageId, version, languages } of rows) {
    const neutrality = [...neutralityQuestions];
    const submitted = await execute(house, submitGuide, author.actor, { pageId, version, neutrality });
    const approved = await execute(house, approveGuide, lawyer.actor, { pageId, version: submitted.version });
    await execute(house, publishGuide, editor.actor, {
      pageId,
      version: approved.version,
      languages: languages ?? [],
      substance: true,
    });
  }
}
