import { publishedSite } from '#modules/guides/index.server.ts';
import { countryName } from '#platform/code-lists/countries.ts';
import type { House } from '#platform/house.server.ts';
import { notFound } from '#platform/problem.ts';
import { readAmount } from './decimal.ts';
import { listRulesets } from './list-rulesets.server.ts';
import { type CostSheet, costSheet } from './money-sheet.ts';
import { chooseRules } from './ruleset.ts';

/** Beside the amounts asked, which are named `a-` and the key of their line. */
export const costFields = ['wage', 'living', 'homeNeed', 'rate', 'loan', 'repay'] as const;
const routes = ['promoter', 'direct', 'state'];

export interface CostView {
  pair: string;
  from: string;
  to: string;
  sheet: CostSheet;
  /** Something was typed, so that sums are shown. */
  isCounted: boolean;
  route?: string;
  currency: string;
  currencies: string[];
  /** What was typed, as it was typed, by the name of the field. */
  typed: Record<string, string>;
  /** Fields of which the amount could not be read. */
  bad: string[];
  /** Where fees are explained, if that page is published. */
  feesHref?: string;
}

/**
 * The cost sheet of a corridor from the published facts and what stands in the address.
 * @throws Problem `not-found` for a pair of countries that neither the hub nor a ruleset knows
 */
export async function costView(
  house: House,
  pair: string,
  asks: URLSearchParams,
  language: string,
  pageLanguage = language,
): Promise<CostView> {
  const site = await publishedSite(house);
  const known = [...listRulesets(), ...(site?.corridors ?? [])];
  const corridor = known.find(({ from, to }) => from && to && `${from}-${to}`.toLowerCase() === pair);
  if (!corridor?.from || !corridor.to) throw notFound();
  const { from, to } = corridor;
  const rules = chooseRules(listRulesets(), { nationality: from, destination: to });
  const facts = (site?.factCodes ?? []).flatMap((code) => site?.fact(code, language) ?? []);
  const { typed, amounts, bad } = readAsks(asks);
  const currencies = [...new Set([...rules.currencies, 'USD'])];
  const currency = currencies.find((code) => code === asks.get('currency')) ?? currencies[0] ?? 'USD';
  const route = routes.find((code) => code === asks.get('route'));
  const sheet = costSheet(
    facts,
    {
      from,
      to,
      ...(route && { route }),
      currency,
      asked: Object.fromEntries(
        Object.entries(amounts).flatMap(([name, amount]) =>
          name.startsWith('a-') ? [[name.slice(2), amount]] : [],
        ),
      ),
      ...Object.fromEntries(
        costFields.flatMap((name) => (amounts[name] === undefined ? [] : [[name, amounts[name]]])),
      ),
    },
    rules.thresholds,
  );
  const feesPage = site?.bySlug.has('recruitment-fees');
  return {
    pair,
    from: countryName(from, language),
    to: countryName(to, language),
    sheet,
    isCounted: Object.keys(amounts).length > 0,
    ...(route && { route }),
    currency,
    currencies,
    typed,
    bad,
    ...(feesPage && { feesHref: `/${pageLanguage}/guides/recruitment-fees` }),
  };
}

function readAsks(asks: URLSearchParams) {
  const typed: Record<string, string> = {};
  const amounts: Record<string, string> = {};
  const bad: string[] = [];
  for (const [name, text] of [...asks].slice(0, 80)) {
    const isKnown =
      /^a-[a-z][a-z0-9_-]{0,80}$/.test(name) || (costFields as readonly string[]).includes(name);
    if (!isKnown || text.trim() === '') continue;
    typed[name] = text.slice(0, 20);
    const amount = readAmount(text.slice(0, 40));
    if (amount === undefined) bad.push(name);
    else amounts[name] = amount;
  }
  return { typed, amounts, bad };
}
