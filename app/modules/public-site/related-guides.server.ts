import { corridorSlug, type PublishedGuide, type PublishedSite } from '#modules/guides/index.server.ts';

const most = 4;

/** Pages to read next: the same way and the same topics first, then the same section. */
export function relatedGuides({ pages }: PublishedSite, guide: PublishedGuide): PublishedGuide[] {
  const way = (each: PublishedGuide) => each.corridor && corridorSlug(each.corridor);
  const topics = new Set(guide.topics);
  const nearness = (other: PublishedGuide) =>
    2 * other.topics.filter((topic) => topics.has(topic)).length +
    (way(other) !== undefined && way(other) === way(guide) ? 2 : 0) +
    (other.section === guide.section ? 1 : 0) -
    (way(other) !== undefined && way(other) !== way(guide) ? 6 : 0);
  return pages
    .filter((other) => other.slug !== guide.slug && other.type !== 'notice')
    .map((other) => ({ other, near: nearness(other) }))
    .filter(({ near }) => near > 0)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, most)
    .map(({ other }) => other);
}
