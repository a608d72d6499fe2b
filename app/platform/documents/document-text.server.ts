import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInstance } from 'i18next';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { documentLanguages, isRightToLeft } from './document-language.ts';
import type { DocumentLanguage } from './document-language.ts';

/** Texts of one document as they stand in locales/<lang>/documents.json, filled in. */
export interface TextTree {
  [key: string]: string | TextTree;
}

export type TextValues = Record<string, string | number>;

export interface DocumentTexts {
  /** All texts under `key`, with {{values}} put in. */
  tree(language: DocumentLanguage, key: string, values: TextValues): TextTree;
  /** A counted phrase such as "5 years" or "٥ سنوات"; `key` has plural forms. */
  counted(language: DocumentLanguage, key: string, count: number): string;
}

/** Reads the five small files once. Apart from the interface's translator so that `serai setup` can print without it. */
export async function loadDocumentTexts(projectRoot: string): Promise<DocumentTexts> {
  const read = (language: string): TextTree =>
    JSON.parse(readFileSync(join(projectRoot, 'locales', language, 'documents.json'), 'utf8'));
  const i18n = createInstance();
  await i18n.init({
    lng: 'en',
    fallbackLng: 'en',
    ns: ['documents'],
    defaultNS: 'documents',
    resources: Object.fromEntries(
      documentLanguages.map((language) => [language, { documents: read(language) }]),
    ),
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  const translate = (language: DocumentLanguage, key: string, options: Record<string, unknown>): unknown =>
    // `nest: false`: a centre that calls itself "$t(x)" keeps its name.
    i18n.t(key, { ...options, lng: language, nest: false });
  return {
    tree(language, key, values) {
      const isolated = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, isolate(String(value), language)]),
      );
      const found = translate(language, key, { ...isolated, returnObjects: true });
      if (!isTextTree(found)) throw new Error(`No texts for ${key} in locales/${language}/documents.json.`);
      return found;
    },
    counted: (language, key, count) =>
      String(translate(language, key, { count, shown: formatCount(count, language) })),
  };
}

function isTextTree(value: unknown): value is TextTree {
  return typeof value === 'object' && value !== null;
}

function formatCount(count: number, language: DocumentLanguage): string {
  const { digits } = interfaceLanguage(language);
  return new Intl.NumberFormat('en', { numberingSystem: digits }).format(count);
}

/** A Latin name inside a right-to-left sentence must not turn the words round it. */
export function isolate(value: string, language: DocumentLanguage): string {
  return isRightToLeft(language) || /[\u0590-\u08FF]/u.test(value) ? `\u2068${value}\u2069` : value;
}
