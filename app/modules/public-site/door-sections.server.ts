import { type Door, doors, type PublishedSite, type Section } from '#modules/guides/index.server.ts';
import { guideLink } from './guide-link.server.ts';
import type { GuideLink } from './guide-link.ts';

export const isDoor = (value: unknown): value is Door =>
  typeof value === 'string' && Object.hasOwn(doors, value);

/** As many as somebody reads through; the rest stands behind a link. */
const mostPerSection = 8;

interface DoorSection {
  section: Section;
  guides: GuideLink[];
  /** Pages that are not listed here. */
  more: number;
}

/** What stands behind a door, section by section; pages of a corridor stand on the corridor's own page. */
export function doorSections({ pages }: PublishedSite, door: Door, language: string): DoorSection[] {
  return doors[door].flatMap((section) => {
    const all = pages.filter(
      (guide) =>
        guide.section === section && guide.doors.includes(door) && !guide.corridor && guide.type !== 'notice',
    );
    if (all.length === 0) return [];
    const most = door === 'help' ? all.length : mostPerSection;
    const guides = all.slice(0, most).map((guide) => guideLink(guide, language));
    return [{ section, guides, more: all.length - guides.length }];
  });
}
