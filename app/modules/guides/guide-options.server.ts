import { countryName, listCountries } from '#platform/code-lists/countries.ts';
import type { Web } from '#platform/web/web-context.ts';
import type { Option } from '#ui/option.ts';
import { type Section, sections } from './guide.ts';

export interface GuideOptions {
  countries: Option[];
  sections: Option[];
}

/** Sections by the names that readers know. */
export function sectionNames({ t }: Pick<Web, 't'>): Record<Section, string> {
  const words = t('site');
  return Object.fromEntries(sections.map((section) => [section, words(`section.${section}`)])) as Record<
    Section,
    string
  >;
}

/** Choices of a page's form whose names come from the server. */
export function guideOptions(web: Web): GuideOptions {
  const own = web.actor.kind === 'staff' ? web.actor.centre.country : '';
  const names = sectionNames(web);
  return {
    countries: listCountries(web.language, [own, 'SA', 'AE']).map(({ code, name }) => ({
      value: code,
      label: name,
    })),
    sections: sections.map((value) => ({ value, label: names[value] })),
  };
}

/** "Pakistan – Saudi Arabia", or nothing. */
export const corridorName = (from: string | null, to: string | null, language: string): string | undefined =>
  from && to ? `${countryName(from, language)} – ${countryName(to, language)}` : undefined;
