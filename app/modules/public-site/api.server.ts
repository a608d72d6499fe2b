import { z } from 'zod';
import { isInterfaceLanguage, sourceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import { type ApiRoute, apiOpen } from '#platform/web/api-route.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { corridorSlug, type PublishedSite, publishedSite, sections } from '#modules/guides/index.server.ts';
import { openGuide, openGuideHead } from './open-guide.server.ts';
import { siteOrigin } from './site-origin.server.ts';

const language = z.string().refine(isInterfaceLanguage).default(sourceLanguage);
const corridor = z
  .string()
  .regex(/^[a-z]{2}-[a-z]{2}$/)
  .optional();

async function open(web: Web): Promise<PublishedSite> {
  const site = await publishedSite(web.house);
  if (!site) throw notFound();
  return site;
}

/** The hub for other sites and programs: open, the same words, facts and sources as on the pages. */
export const publicSiteApi: ApiRoute[] = [
  apiOpen(
    '/guides',
    'site.list-guides',
    z.object({ language, corridor, section: z.enum(sections).optional() }),
    async (web, params) => {
      const site = await open(web);
      const guides = site.pages
        .filter(({ section }) => params.section === undefined || section === params.section)
        .filter((guide) => params.corridor === undefined || pairOf(guide) === params.corridor)
        .map((guide) => openGuideHead(guide, params.language, siteOrigin(web)));
      return { body: { revision: site.revision, guides }, revision: site.revision };
    },
    'Published pages in a language; where a page is not translated, in the one it was written in, and it says so.',
  ),
  apiOpen(
    '/guides/:slug',
    'site.view-guide',
    z.object({ slug: z.string().max(100), language }),
    async (web, { slug, language: reader }) => {
      const site = await open(web);
      const guide = site.bySlug.get(slug);
      if (!guide) throw notFound();
      const t = web.house.translators.for(reader, 'guide-body');
      return { body: openGuide(site, guide, reader, siteOrigin(web), t), revision: site.revision };
    },
    'One published page: its Markdown, its plain text, and the facts it quotes with their sources.',
  ),
  apiOpen(
    '/facts',
    'site.list-facts',
    z.object({ language, corridor }),
    async (web, params) => {
      const site = await open(web);
      const quoted = site.pages.flatMap((page) => page.facts);
      // With what they differ from; a fact that no page says is work in hand.
      const beside = quoted.flatMap((code) => site.fact(code, params.language)?.conflicts ?? []);
      const codes = new Set([...quoted, ...beside.map(({ code }) => code)]);
      const facts = [...codes]
        .toSorted()
        .flatMap((code) => site.fact(code, params.language) ?? [])
        .filter(
          ({ corridorFrom: from, corridorTo: to }) =>
            params.corridor === undefined ||
            (from !== undefined && to !== undefined && corridorSlug({ from, to }) === params.corridor),
        );
      return { body: { revision: site.revision, facts }, revision: site.revision };
    },
    'Facts that published pages quote: value, unit, source, day of the last check, and facts they differ from.',
  ),
];

const pairOf = (guide: PublishedSite['pages'][number]): string | undefined =>
  guide.corridor && corridorSlug(guide.corridor);
