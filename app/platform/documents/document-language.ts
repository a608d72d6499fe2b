/** The languages that every document is written in. */
export const documentLanguages = ['en', 'ar', 'fa-AF', 'ur', 'bn'] as const;
/** Those of a leaflet, which brings its texts along: all that the public site can be read in. */
export const leafletLanguages = [...documentLanguages, 'ps', 'tg', 'ckb', 'fr', 'am'] as const;
export type DocumentLanguage = (typeof leafletLanguages)[number];

/** Tags that mean a language we have under another name: Dari is `prs` in some lists, `fa` in others. */
const otherNames: Record<string, DocumentLanguage> = { fa: 'fa-AF', prs: 'fa-AF' };

/** The nearest to a BCP-47 tag among the languages a document has; English when there is none. */
export function nearestDocumentLanguage(
  tag: string,
  languages: readonly DocumentLanguage[] = documentLanguages,
): DocumentLanguage {
  const exact = languages.find((language) => language.toLowerCase() === tag.toLowerCase());
  if (exact) return exact;
  const primary = tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return otherNames[primary] ?? languages.find((language) => language === primary) ?? 'en';
}

const rightToLeft: readonly DocumentLanguage[] = ['ar', 'fa-AF', 'ur', 'ps', 'ckb'];

export function isRightToLeft(language: DocumentLanguage): boolean {
  return rightToLeft.includes(language);
}
