import { corridorSlug, type PublishedSite } from '#modules/guides/index.server.ts';
import { type CorridorGroup, corridorGroupOf, corridorGroups, mandatoryGroups } from './corridor-groups.ts';
import { guideLink } from './guide-link.server.ts';
import type { GuideLink } from './guide-link.ts';

interface CorridorPart {
  group: CorridorGroup;
  guides: GuideLink[];
}

/** The pages of a corridor by what people ask. The four mandatory parts are there even when they are empty. */
export function corridorParts({ pages }: PublishedSite, pair: string, language: string): CorridorPart[] {
  const own = pages.filter(
    ({ corridor, type }) => corridor && corridorSlug(corridor) === pair && type !== 'notice',
  );
  const byGroup = Map.groupBy(own, corridorGroupOf);
  return corridorGroups
    .filter((group) => byGroup.has(group) || mandatoryGroups.has(group))
    .map((group) => ({
      group,
      guides: (byGroup.get(group) ?? []).map((guide) => guideLink(guide, language, group === 'start')),
    }));
}
