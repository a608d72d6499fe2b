import type { FactView } from '#modules/facts/index.server.ts';
import {
  blockQuotes,
  corridorSlug,
  type PublishedGuide,
  type PublishedSite,
  textFor,
} from '#modules/guides/index.server.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import type { Translate } from '#platform/language/translators.ts';
import { caseQuestions, checklistsIn } from './checklist-view.server.ts';
import { guideHref, guideLink } from './guide-link.server.ts';
import type { GuideView } from './guide-view.ts';
import { relatedGuides } from './related-guides.server.ts';

/** Slugs of the hub that are tools, not pages. */
const tools = ['decide', 'ask'];

/** A page in the reader's language, or in the one it was written in, with all that it quotes. */
export function guideView(
  site: PublishedSite,
  guide: PublishedGuide,
  reader: { language: string; origin: string; t: Translate },
): GuideView {
  const { language, origin } = reader;
  const text = textFor(guide, language);
  const { pages } = blockQuotes(text.blocks);
  const href = guideHref(language, guide.slug);
  return {
    slug: guide.slug,
    title: text.title,
    summary: text.summary,
    language: text.language,
    isFallback: text.isFallback,
    isDraft: !text.isChecked,
    sourceLanguage: guide.sourceLanguage,
    blocks: text.blocks,
    staleBlocks: text.staleBlocks,
    isWhole: text.isFallback || text.isWhole,
    facts: factsOf(site, text.blocks, language),
    slugs: pages.filter((slug) => site.bySlug.has(slug) || tools.includes(slug)),
    ...(guide.verifiedOn && { verifiedOn: guide.verifiedOn }),
    ...(guide.reviewDue && { reviewDue: guide.reviewDue }),
    isOverdue: guide.isOverdue,
    publishedOn: text.publishedOn,
    ...(text.audioId && { audio: `${href}/audio` }),
    address: `${origin}${href}`,
    crumbs: crumbsOf(guide, reader),
    related: relatedGuides(site, guide).map((each) => guideLink(each, language)),
    hasChecklist: caseQuestions(checklistsIn(text.blocks).flatMap(({ items }) => items)).length > 0,
  };
}

/** The facts that a body quotes and those they differ from, in the reader's language. */
export function factsOf(
  site: PublishedSite,
  blocks: Parameters<typeof blockQuotes>[0],
  language: string,
): Record<string, FactView> {
  const facts: Record<string, FactView> = {};
  const add = (code: string) => {
    const fact = site.fact(code, language);
    if (!fact || Object.hasOwn(facts, code)) return [];
    facts[code] = fact;
    return fact.conflicts.map((conflict) => conflict.code);
  };
  blockQuotes(blocks).facts.flatMap(add).forEach(add);
  return facts;
}

function crumbsOf(
  { section, corridor }: PublishedGuide,
  { language, t }: { language: string; t: Translate },
) {
  if (!corridor) return [{ label: t(`section.${section}`), href: `/${language}/topics/${section}` }];
  const from = countryName(corridor.from, language);
  const to = countryName(corridor.to, language);
  return [
    {
      label: t('corridor.title', { from, to }),
      href: `/${language}/corridors/${corridorSlug(corridor)}`,
    },
  ];
}
