import { loadPublicCentre } from '#modules/centres/index.server.ts';
import { publishedSite, textFor } from '#modules/guides/index.server.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import type { House } from '#platform/house.server.ts';
import type { Answers } from './decision.ts';
import type { Decision } from './decision-result.ts';
import { evaluateDecision } from './evaluate-decision.ts';
import { type FieldName, fieldsFor, stepsFor } from './guide-steps.ts';
import { listRulesets } from './list-rulesets.server.ts';
import type { GuidePlace } from './walk-guide.ts';

export interface PageLink {
  href: string;
  title: string;
  language: string;
}

export interface GuideView {
  at: GuidePlace['at'];
  number: number;
  total: number;
  answers: Answers;
  fields: readonly FieldName[];
  errors: GuidePlace['errors'];
  typed: Record<string, string>;
  papers: string[];
  currencies: string[];
  countries: { code: string; name: string }[];
  result?: ResultView;
}

export interface ResultView {
  decision: Decision;
  answers: Answers;
  /** Names of the countries that were chosen, in the reader's language. */
  from?: string;
  to?: string;
  /** Published pages that the result leads to, by slug. */
  links: Record<string, PageLink>;
  /** The centre's numbers to call. */
  phones: string[];
}

/**
 * What one page of the guide shows, in a language: a step with its questions, or the result. The pages that it leads to
 * open in `pageLanguage`, which differs where the guide itself is not in the visitor's language.
 */
export async function guideView(
  house: House,
  place: GuidePlace,
  language: string,
  pageLanguage = language,
): Promise<GuideView> {
  const { at, answers, rules, errors, typed } = place;
  const steps = stepsFor(answers);
  const step = at === 'result' || at === 'sources' ? undefined : at;
  const site = await publishedSite(house);
  return {
    at,
    number: step ? steps.indexOf(step) + 1 : steps.length,
    total: steps.length,
    answers,
    fields: step ? fieldsFor(step, rules) : [],
    errors,
    typed,
    papers: rules.documents.map(({ code }) => code),
    currencies: [...new Set([...rules.currencies, 'USD', 'EUR'])],
    countries: countriesOf(site, language),
    ...(!step && {
      result: await resultView(house, await decide(house, place, language), answers, language, pageLanguage),
    }),
  };
}

/** Evaluates with the facts that are published now. */
export async function decide(
  house: House,
  { answers, rules }: Pick<GuidePlace, 'answers' | 'rules'>,
  language: string,
): Promise<Decision> {
  const site = await publishedSite(house);
  const day = site?.day ?? house.clock.now().toISOString().slice(0, 10);
  return evaluateDecision(answers, rules, (code) => site?.fact(code, language), day);
}

export async function resultView(
  house: House,
  decision: Decision,
  answers: Answers,
  language: string,
  pageLanguage = language,
): Promise<ResultView> {
  const [site, centre] = await Promise.all([publishedSite(house), loadPublicCentre(house, language)]);
  const reasons = [...decision.checks.flatMap((check) => check.reasons), ...decision.warnings];
  const slugs = new Set([...reasons, ...decision.options, ...decision.steps].flatMap(({ pages }) => pages));
  const links = [...slugs].flatMap((slug): [string, PageLink][] => {
    const guide = site?.bySlug.get(slug);
    if (!guide) return [];
    const text = textFor(guide, pageLanguage);
    return [[slug, { href: `/${pageLanguage}/guides/${slug}`, title: text.title, language: text.language }]];
  });
  const named = (code: string | undefined) =>
    code && /^[A-Z]{2}$/.test(code) ? countryName(code, language) : undefined;
  const from = named(answers.nationality);
  const to = named(answers.destination);
  return {
    decision,
    answers,
    ...(from && { from }),
    ...(to && { to }),
    links: Object.fromEntries(links),
    phones: (centre?.sites ?? []).flatMap(({ phones }) => phones.map(({ number }) => number)).slice(0, 2),
  };
}

/** Countries that the hub or a ruleset knows something of, first the centre's own: a short list to tap. */
function countriesOf(site: Awaited<ReturnType<typeof publishedSite>>, language: string) {
  const codes = [
    site?.country,
    ...listRulesets().flatMap(({ from, to }) => [from, to]),
    ...(site?.corridors ?? []).flatMap(({ from, to }) => [from, to]),
  ].filter((code) => code !== undefined);
  return [...new Set(codes)].map((code) => ({ code, name: countryName(code, language) }));
}
