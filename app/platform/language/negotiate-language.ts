import { sourceLanguage } from './interface-languages.ts';

/**
 * What a reader of one language can also read, most alike first. Browsers and phones send `prs`,
 * `fa` or `fa-IR` for Persian as it is written in Kabul.
 */
const readAlso: Record<string, readonly string[]> = {
  prs: ['fa-AF'],
  fa: ['fa-AF'],
  haz: ['fa-AF'],
  pnb: ['ur'],
  skr: ['ur'],
  sd: ['ur'],
  syl: ['bn'],
  ctg: ['bn'],
  arb: ['ar'],
  apc: ['ar'],
  acm: ['ar'],
  apd: ['ar'],
  ku: ['ckb'],
};

/**
 * Picks the page language from an Accept-Language header (or a saved list of tags).
 * Falls back to English, or to the first offered language where English is not offered.
 */
export function negotiateLanguage(
  acceptLanguage: string | null | undefined,
  offered: readonly string[],
): string {
  for (const tag of preferences(acceptLanguage ?? '')) {
    const match = matchTag(tag, offered);
    if (match !== undefined) return match;
  }
  return offered.includes(sourceLanguage) ? sourceLanguage : (offered[0] ?? sourceLanguage);
}

/** The offered language that serves a reader of this tag, or undefined. */
export function matchTag(tag: string, offered: readonly string[]): string | undefined {
  const wanted = tag.toLowerCase();
  const base = wanted.split('-')[0] ?? wanted;
  const exact = offered.find((code) => code.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const broader = offered.find((code) => code.toLowerCase() === base);
  if (broader !== undefined) return broader;
  return readAlso[base]?.find((code) => offered.includes(code));
}

function preferences(header: string): string[] {
  return header
    .slice(0, 1000)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const q = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q), position };
    })
    .filter(({ tag, weight }) => /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/.test(tag) && weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.position - b.position)
    .map(({ tag }) => tag);
}
