import { linkGuides } from '#modules/contacts/operations/link-guides.server.ts';
import { listContacts } from '#modules/contacts/queries/list-contacts.query.server.ts';
import { neutralityQuestions } from '#modules/guides/guide-rules.ts';
import { addGuide } from '#modules/guides/operations/add-guide.server.ts';
import { approveGuide } from '#modules/guides/operations/approve-guide.server.ts';
import { bringStarter } from '#modules/guides/operations/bring-starter.server.ts';
import { editGuide } from '#modules/guides/operations/edit-guide.server.ts';
import { publishGuide } from '#modules/guides/operations/publish-guide.server.ts';
import { submitGuide } from '#modules/guides/operations/submit-guide.server.ts';
import { translateGuide } from '#modules/guides/operations/translate-guide.server.ts';
import { type ListedGuide, listGuides } from '#modules/guides/queries/list-guides.query.server.ts';
import { viewGuide } from '#modules/guides/queries/view-guide.query.server.ts';
import { localDay } from '#platform/language/local-day.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import type { AnyOperation } from '#platform/operations/operation.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { demoCentre } from './demo-centre.ts';
import { demoNotice } from './demo-notice.ts';
import { houseAt } from './house-at.ts';
import type { DemoCentre } from './open-demo-centre.server.ts';

const day = 24 * 3_600_000;
/** Days before today on which the hub was opened, and on which something in it changed. */
const openedAgo = 40;
const changedAgo = 3;
const changedPage = 'our-services';
const changeNote = 'The Station desk is open on Mondays, Wednesdays and Fridays, and on no other day.';

/**
 * Fills the demo's information hub as a centre would: the starter pages are read by three colleagues and published one
 * by one, pages are shown in conversations, and one page changes in substance, so that there is somebody to tell. Nothing
 * is confirmed that nobody has looked up: facts say so, translations are drafts.
 */
export async function seedHub(house: House, seed: string, centre: DemoCentre): Promise<void> {
  const now = house.clock.now().getTime();
  const opened = now - openedAgo * day;
  const write = async <Op extends AnyOperation>(
    operation: Op,
    by: string,
    at: number,
    key: string,
    input: unknown,
  ) =>
    (await execute(houseAt(house, at), operation, colleague(centre, by), input, {
      idempotencyKey: `${seed}/hub/${key}`,
    })) as Awaited<ReturnType<Op['run']>>['result'];

  /** From the author's last reading to the readers; `from` is the version of the page before. */
  async function publish(
    at: number,
    page: { id: string; slug: string; from: number },
    languages: readonly string[],
    more: object = {},
  ) {
    const { id: pageId, slug, from } = page;
    const key = `${slug}/${from}`;
    const neutrality = [...neutralityQuestions];
    await write(submitGuide, 'counsellor3', at, `${key}/submit`, { pageId, version: from, neutrality });
    await write(approveGuide, 'counsellor1', at + 3_600_000, `${key}/approve`, { pageId, version: from + 1 });
    await write(publishGuide, 'coordinator', at + 7_200_000, `${key}/publish`, {
      pageId,
      version: from + 2,
      languages,
      ...more,
    });
  }

  await write(bringStarter, 'coordinator', opened, 'starter', {});
  const { guides } = await read(house, listGuides, colleague(centre, 'coordinator'), {});
  // The last thing that happens here: where it has, an earlier seeding had come to the end.
  if ((guides.find(({ slug }) => slug === changedPage)?.published_version ?? 0) > 1) return;
  for (const page of guides.filter(isStarterDraft))
    await publish(
      opened + day,
      { id: page.id, slug: page.slug, from: 1 },
      page.translations.map(({ language }) => language),
    );

  await hangNotice();
  await showPages();
  await changePage();

  async function hangNotice() {
    const { texts, ...about } = demoNotice;
    const { en, ...translations } = texts;
    const at = now - 5 * day;
    const { pageId } = await write(addGuide, 'counsellor3', at, 'notice', {
      ...about,
      language: 'en',
      title: en.title,
      summary: en.summary,
      body: en.blocks.join('\n\n'),
    });
    for (const [language, { title, summary, blocks }] of Object.entries(translations))
      await write(translateGuide, 'counsellor3', at, `notice/${language}`, {
        pageId,
        version: 1,
        language,
        textVersion: 0,
        title,
        summary,
        blocks: blocks.map((text) => ({ text, upToDate: true })),
      });
    await publish(at, { id: pageId, slug: demoNotice.slug, from: 1 }, Object.keys(translations));
  }

  /** The last conversations: pages on what was talked about, and in every fourth what the centre does. */
  async function showPages() {
    const asker = colleague(centre, 'counsellor1');
    const to = localDay(new Date(now - (changedAgo + 1) * day), demoCentre.timeZone);
    const { rows } = await read(house, listContacts, asker, { whose: 'all', to });
    const services = guides.find(({ slug }) => slug === changedPage);
    const shown = rows.filter((row) => !row.voided && row.who !== 'head_count' && row.channel !== 'web_form');
    for (const row of shown) {
      const fitting = guides.filter(
        (page) => isStarterDraft(page) && page.topics.some((code) => row.topics.includes(code)),
      );
      const chosen = [...fitting.slice(0, 2), ...(/^[0-3]/.test(row.id) && services ? [services] : [])];
      if (chosen.length === 0) continue;
      await write(linkGuides, 'counsellor1', now - (changedAgo + 1) * day, `shown/${row.id}`, {
        contactId: row.id,
        guideIds: chosen.map(({ id }) => id),
      });
    }
  }

  async function changePage() {
    const page = guides.find(({ slug }) => slug === changedPage);
    if (!page || !isStarterDraft(page)) return;
    const at = now - changedAgo * day;
    const { source, page: about } = await read(house, viewGuide, colleague(centre, 'coordinator'), {
      pageId: page.id,
    });
    await write(editGuide, 'counsellor3', at, 'change', {
      pageId: page.id,
      version: 4,
      title: source.title,
      summary: source.summary,
      body: `${source.body}\n\n${changeNote}`,
      type: about.type,
      section: about.section,
      stages: about.stages,
      topics: about.topics,
      riskClass: about.risk_class,
      pictogram: about.pictogram ?? undefined,
      place: about.place,
    });
    await publish(at, { id: page.id, slug: changedPage, from: 5 }, [], { substance: true, changeNote });
  }
}

const isStarterDraft = (page: ListedGuide): boolean => page.origin === 'starter';

function colleague(centre: DemoCentre, id: string) {
  const found = centre.staff.get(id);
  if (!found) throw new Error(`the demo has no ${id}`);
  return found;
}
