import { publicLanguages } from '#platform/language/interface-languages.ts';
import { corridorSlug, doors, type PublishedSite } from '#modules/guides/index.server.ts';
import { checklistsIn } from './checklist-view.server.ts';
import { topicGroups } from './topic-groups.server.ts';

export interface SiteAddress {
  /** Without its language: `/guides/not-paid`, empty for the first page. */
  path: string;
  /** Day of the last change where it is known, `YYYY-MM-DD`. */
  day?: string;
}

/** Languages in which the site offers its pages, in the order of the registry. */
export const siteLanguages = ({ languages }: PublishedSite): string[] =>
  publicLanguages.filter((code) => languages.includes(code));

/** Every page of the site that is the same for all readers of a language. */
export function siteAddresses(site: PublishedSite): SiteAddress[] {
  const sections = [...new Set(site.pages.map(({ section }) => section))];
  const guides = site.pages.map((guide) => ({
    path: `/guides/${guide.slug}`,
    day: [...guide.texts.values()]
      .map(({ publishedOn }) => publishedOn)
      .toSorted()
      .at(-1),
  }));
  const checklists = site.pages.filter(({ texts }) =>
    [...texts.values()].some(({ blocks }) => checklistsIn(blocks).length > 0),
  );
  return [
    { path: '' },
    { path: '/visit' },
    { path: '/notices' },
    { path: '/search' },
    { path: '/about-this-site' },
    ...Object.keys(doors).map((door) => ({ path: `/doors/${door}` })),
    ...sections
      .filter((section) => topicGroups(site, section, 'en').length > 0)
      .map((section) => ({ path: `/topics/${section}` })),
    ...site.corridors.map((corridor) => ({ path: `/corridors/${corridorSlug(corridor)}` })),
    ...guides,
    ...checklists.map(({ slug }) => ({ path: `/checklist/${slug}` })),
  ];
}
