import { type PublishedGuide, type Section, textFor } from '#modules/guides/index.server.ts';
import { isPictogram, type PictogramName } from './pictograms.ts';
import type { GuideLink } from './guide-link.ts';

const ofSection: Record<Section, PictogramName> = {
  thinking_about_leaving: 'road',
  legal_ways: 'passport',
  get_ready: 'suitcase',
  dangers: 'warning',
  living_abroad: 'people',
  problems: 'help',
  coming_home: 'home',
  money: 'coins',
  health: 'heart',
  rights: 'scales',
  our_centre: 'house',
  notices: 'calendar',
  partners: 'agency',
};

export const sectionPictogram = (section: Section): PictogramName => ofSection[section];

export const guideHref = (language: string, slug: string): string => `/${language}/guides/${slug}`;

/** A page as lists show it; `withSummary` where there is room to say more. */
export function guideLink(guide: PublishedGuide, language: string, withSummary = false): GuideLink {
  const text = textFor(guide, language);
  return {
    href: guideHref(language, guide.slug),
    title: text.title,
    pictogram: isPictogram(guide.pictogram) ? guide.pictogram : sectionPictogram(guide.section),
    ...(withSummary && { summary: text.summary }),
    ...(text.isFallback && { language: text.language }),
  };
}
