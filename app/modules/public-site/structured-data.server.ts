import type { Translate } from '#platform/language/translators.ts';
import type { FactView } from '#modules/facts/index.server.ts';
import {
  type Block,
  blockText,
  formatFactValue,
  type PublishedGuide,
  type PublishedSite,
  textFor,
} from '#modules/guides/index.server.ts';
import { guideHref } from './guide-link.server.ts';

interface Reader {
  language: string;
  origin: string;
  publisher: string;
  /** Texts of the namespace `guide-body`. */
  t: Translate;
}

/** A page in the words of schema.org: an article, an instruction, or questions with answers. */
export function structuredData(site: PublishedSite, guide: PublishedGuide, reader: Reader): object {
  const { language, origin, publisher, t } = reader;
  const text = textFor(guide, language);
  const valueOf = (code: string) => {
    const fact = site.fact(code, language);
    return fact && formatFactValue(fact, language, t);
  };
  const url = origin + guideHref(language, guide.slug);
  return {
    '@context': 'https://schema.org',
    ...shapeOf(guide, text.blocks, valueOf),
    '@id': url,
    url,
    inLanguage: text.language,
    name: text.title,
    headline: text.title,
    abstract: text.summary,
    datePublished: text.publishedOn,
    dateModified: text.publishedOn,
    version: guide.version,
    ...(guide.verifiedOn && { lastReviewed: guide.verifiedOn }),
    ...(guide.reviewDue && { expires: guide.reviewDue }),
    ...(!text.isChecked && { creativeWorkStatus: 'Draft' }),
    isAccessibleForFree: true,
    publisher: { '@type': 'Organization', name: publisher, url: origin },
    citation: guide.facts.flatMap((code) => citationOf(site.fact(code, language))),
  };
}

function shapeOf(
  guide: PublishedGuide,
  blocks: readonly Block[],
  valueOf: (code: string) => string | undefined,
) {
  const articleBody = blockText(blocks, valueOf);
  const steps = blocks.find((block) => block.kind === 'steps');
  if (guide.type === 'faq') return { '@type': 'FAQPage', mainEntity: questionsOf(blocks, valueOf) };
  if (steps) {
    const step = steps.items.map((item) => ({ '@type': 'HowToStep', text: blockText(item, valueOf) }));
    return { '@type': 'HowTo', step, text: articleBody };
  }
  return { '@type': 'Article', articleBody };
}

/** Of a page of questions each heading is one, and what follows until the next is its answer. */
function questionsOf(blocks: readonly Block[], valueOf: (code: string) => string | undefined) {
  const questions: { name: string; answer: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') questions.push({ name: blockText([block], valueOf), answer: [] });
    else questions.at(-1)?.answer.push(block);
  }
  return questions
    .filter(({ answer }) => answer.length > 0)
    .map(({ name, answer }) => ({
      '@type': 'Question',
      name,
      acceptedAnswer: { '@type': 'Answer', text: blockText(answer, valueOf) },
    }));
}

function citationOf(fact: FactView | undefined) {
  if (!fact) return [];
  const { title, url, date } = fact.source;
  return [{ '@type': 'CreativeWork', name: title, datePublished: date, ...(url && { url }) }];
}
