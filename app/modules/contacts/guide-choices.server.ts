import { publishedSite, textFor } from '#modules/guides/index.server.ts';
import type { House } from '#platform/house.server.ts';

export interface GuideChoice {
  id: string;
  slug: string;
  title: string;
}

/** The published pages that can be linked to a contact, named in the reader's language where they are out in it. */
export async function guideChoices(house: House, language: string): Promise<GuideChoice[]> {
  const site = await publishedSite(house);
  return (site?.pages ?? []).map((page) => ({
    id: page.id,
    slug: page.slug,
    title: textFor(page, language).title,
  }));
}

/** Those that are about what was talked about and are not linked yet, those about the main topic first. */
export async function suggestGuides(
  house: House,
  language: string,
  contact: { topics: readonly string[]; corridor_from: string | null; corridor_to: string | null },
  linked: readonly string[],
): Promise<GuideChoice[]> {
  const site = await publishedSite(house);
  const rank = (topics: readonly string[]) =>
    Math.min(...topics.map((topic) => contact.topics.indexOf(topic)).filter((at) => at >= 0));
  return (site?.pages ?? [])
    .filter(
      (page) => !linked.includes(page.id) && page.topics.some((topic) => contact.topics.includes(topic)),
    )
    .filter(
      ({ corridor }) =>
        !corridor ||
        !contact.corridor_to ||
        (corridor.to === contact.corridor_to &&
          (!contact.corridor_from || corridor.from === contact.corridor_from)),
    )
    .sort((a, b) => rank(a.topics) - rank(b.topics))
    .slice(0, 6)
    .map((page) => ({ id: page.id, slug: page.slug, title: textFor(page, language).title }));
}
