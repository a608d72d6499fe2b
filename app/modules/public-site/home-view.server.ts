import type { PublicCentre } from '#modules/centres/index.tsx';
import { corridorSlug, type PublishedSite, sections } from '#modules/guides/index.server.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import type { Web } from '#platform/web/web-context.ts';
import { sectionPictogram } from './guide-link.server.ts';
import type { CorridorLink, HomeView } from './home-view.ts';
import { frameOf } from './site-frame.server.ts';
import { noticeViews } from './site-notices.server.ts';

/** The first page in a language; a centre that has published nothing yet still shows itself and its doors. */
export function homeView(
  centre: PublicCentre,
  site: PublishedSite | undefined,
  web: Pick<Web, 'language' | 'house'>,
): HomeView {
  const { language } = web;
  return {
    frame: frameOf(centre, web),
    centre,
    notices: site ? noticeViews(site, language) : [],
    corridors: site ? corridorLinks(site, language) : [],
    topics: site ? topicLinks(site, language) : [],
  };
}

export function corridorLinks({ corridors }: PublishedSite, language: string): CorridorLink[] {
  return corridors.map((corridor) => ({
    pair: corridorSlug(corridor),
    from: countryName(corridor.from, language),
    to: countryName(corridor.to, language),
  }));
}

/** Titles are keys of the namespace `site`: `section.<code>`. */
function topicLinks({ pages }: PublishedSite, language: string) {
  const used = new Set(pages.map(({ section }) => section));
  return sections
    .filter((section) => used.has(section) && section !== 'notices')
    .map((section) => ({
      href: `/${language}/topics/${section}`,
      title: section,
      pictogram: sectionPictogram(section),
    }));
}
