import { corridorSlug, type PublishedSite, type Section, sections } from '#modules/guides/index.server.ts';
import { guideLink } from './guide-link.server.ts';
import type { GuideLink } from './guide-link.ts';
import { corridorLinks } from './home-view.server.ts';
import type { CorridorLink } from './home-view.ts';

export const isSection = (value: unknown): value is Section =>
  typeof value === 'string' && (sections as readonly string[]).includes(value);

interface TopicGroup {
  /** Undefined: for everyone. */
  corridor?: CorridorLink;
  guides: GuideLink[];
}

/** More than this and summaries would make the page too heavy for a weak line. */
const mostWithSummary = 12;

/** The pages of a section, those for everyone first. */
export function topicGroups(site: PublishedSite, section: Section, language: string): TopicGroup[] {
  const pages = site.pages.filter((guide) => guide.section === section && guide.type !== 'notice');
  const withSummary = pages.length <= mostWithSummary;
  const links = corridorLinks(site, language);
  const groups = [undefined, ...links].map((corridor) => ({
    ...(corridor && { corridor }),
    guides: pages
      .filter((guide) => (guide.corridor && corridorSlug(guide.corridor)) === corridor?.pair)
      .map((guide) => guideLink(guide, language, withSummary)),
  }));
  return groups.filter(({ guides }) => guides.length > 0);
}
