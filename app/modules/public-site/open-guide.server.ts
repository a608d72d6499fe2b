import type { Translate } from '#platform/language/translators.ts';
import {
  blockText,
  formatFactValue,
  type PublishedGuide,
  type PublishedSite,
  textFor,
} from '#modules/guides/index.server.ts';
import { guideHref } from './guide-link.server.ts';

/** A page as other programs list it. Days are `YYYY-MM-DD`. */
export function openGuideHead(guide: PublishedGuide, language: string, origin: string) {
  const text = textFor(guide, language);
  return {
    slug: guide.slug,
    url: origin + guideHref(language, guide.slug),
    type: guide.type,
    section: guide.section,
    corridor: guide.corridor ?? null,
    country: guide.country ?? null,
    sector: guide.sector ?? null,
    stages: guide.stages,
    topics: guide.topics,
    title: text.title,
    summary: text.summary,
    language: text.language,
    isFallback: text.isFallback,
    /** False: a draft translation that nobody has checked. */
    isChecked: text.isChecked,
    languages: [...guide.texts.keys()],
    verifiedOn: guide.verifiedOn ?? null,
    reviewDue: guide.reviewDue ?? null,
    isOverdue: guide.isOverdue,
    publishedOn: text.publishedOn,
    version: guide.version,
  };
}

/** A page with its words and with the facts it quotes. */
export function openGuide(
  site: PublishedSite,
  guide: PublishedGuide,
  language: string,
  origin: string,
  t: Translate,
) {
  const text = textFor(guide, language);
  const facts = guide.facts.flatMap((code) => site.fact(code, language) ?? []);
  const valueOf = (code: string) => {
    const fact = site.fact(code, language);
    return fact && formatFactValue(fact, language, t);
  };
  return {
    ...openGuideHead(guide, language, origin),
    markdown: text.body,
    text: blockText(text.blocks, valueOf),
    staleBlocks: text.staleBlocks,
    isWhole: text.isWhole,
    facts,
  };
}
