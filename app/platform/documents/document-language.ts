/** The languages that documents are written in. */
export const documentLanguages = ['en', 'ar', 'fa-AF', 'ur', 'bn'] as const;
export type DocumentLanguage = (typeof documentLanguages)[number];

/** Tags that mean a language we have under another name: Dari is `prs` in some lists, `fa` in others. */
const otherNames: Record<string, DocumentLanguage> = { fa: 'fa-AF', prs: 'fa-AF' };

/** The nearest document language to a BCP-47 tag; English when there is none. */
export function nearestDocumentLanguage(tag: string): DocumentLanguage {
  const exact = documentLanguages.find((language) => language.toLowerCase() === tag.toLowerCase());
  if (exact) return exact;
  const primary = tag.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return otherNames[primary] ?? documentLanguages.find((language) => language === primary) ?? 'en';
}

export function isRightToLeft(language: DocumentLanguage): boolean {
  return language === 'ar' || language === 'fa-AF' || language === 'ur';
}
