import { createInstance, type i18n, type Resource } from 'i18next';
import { directionOf, interfaceLanguage, sourceLanguage } from './interface-languages.ts';
import { isolate } from './isolate.ts';
import { formatNumber } from './numbers.ts';

/** Translates a key of the namespace asked for; another namespace is reached by `other:some.key`. */
export type Translate = (key: string, values?: Record<string, unknown>) => string;

/** language → namespace → nested texts, as in `locales/`. */
export type Texts = Record<string, Record<string, unknown>>;

export interface MissingText {
  language: string;
  key: string;
  /** True where English stood in; false where even English has no such text. */
  fellBack: boolean;
}

export interface Translators {
  /** `t` for a language and one or more namespaces, the first being the default. */
  for(language: string, namespace?: string | readonly string[]): Translate;
  /** An i18next instance for `I18nextProvider`, where a component needs `<Trans>` or `useTranslation`. */
  instance(language: string): i18n;
  /** Does this key exist in the language, or in English? */
  has(language: string, key: string): boolean;
  /** In which language this key is really read: the one asked for, or English where that has no such text. */
  languageOf(language: string, key: string, values?: Record<string, unknown>): string;
  /** Only what a page needs, with English under it where the language lacks a whole key. */
  subset(language: string, namespaces: readonly string[]): Texts;
  readonly languages: readonly string[];
}

export interface TranslatorOptions {
  /** Called once per missing text. Without it a missing text is silent (as on a live server). */
  onMissing?: (missing: MissingText) => void;
  /** Fence values whose direction differs from the sentence's. Default true. */
  isolateValues?: boolean;
}

/**
 * Translators over texts already in memory: the whole of `locales/` on a server, the subset of a
 * page in a browser. A missing text falls back to English, then to its key.
 */
export function createTranslatorsFrom(texts: Texts, options: TranslatorOptions = {}): Translators {
  const { onMissing, isolateValues = true } = options;
  const instances = new Map<string, i18n>();
  const reported = new Set<string>();

  function instance(language: string): i18n {
    let found = instances.get(language);
    if (found === undefined) {
      found = createInstance();
      void found.init(settings(texts, language, isolateValues));
      instances.set(language, found);
    }
    return found;
  }

  function report(missing: MissingText): void {
    const id = `${missing.language} ${missing.key}`;
    if (onMissing === undefined || reported.has(id)) return;
    reported.add(id);
    onMissing(missing);
  }

  return {
    languages: Object.keys(texts),
    instance,
    for(language, namespace = 'common') {
      const spaces = typeof namespace === 'string' ? [namespace] : [...namespace];
      const engine = instance(language);
      return (key, values) => {
        const details = engine.t(key, { ...values, ns: spaces, returnDetails: true });
        const missing = details.exactUsedKey === undefined || details.usedLng === undefined;
        const found = engine.exists(key, { ...values, ns: spaces });
        if (missing || !found || details.usedLng !== language) {
          report({ language, key: key.includes(':') ? key : `${spaces[0]}:${key}`, fellBack: found });
        }
        return found ? details.res : key;
      };
    },
    has: (language, key) => instance(language).exists(key),
    languageOf: (language, key, values) =>
      instance(language).t(key, { ...values, returnDetails: true }).usedLng ?? sourceLanguage,
    subset(language, namespaces) {
      const wanted = language === sourceLanguage ? [language] : [language, sourceLanguage];
      return Object.fromEntries(
        wanted.map((code) => [
          code,
          Object.fromEntries(namespaces.map((space) => [space, pick(texts, code, space, language)])),
        ]),
      );
    },
  };
}

/** English is sent along only for what the language lacks: phones pay for every kilobyte. */
function pick(texts: Texts, code: string, space: string, language: string): unknown {
  const own = texts[code]?.[space] ?? {};
  return code === language ? own : without(own, texts[language]?.[space]);
}

function without(source: unknown, present: unknown): unknown {
  if (!isBranch(source) || !isBranch(present)) return source;
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(source)) {
    if (!(key in present)) rest[key] = value;
    else if (isBranch(value)) {
      const below = without(value, present[key]);
      if (isBranch(below) && Object.keys(below).length > 0) rest[key] = below;
    }
  }
  return rest;
}

function isBranch(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function settings(texts: Texts, language: string, isolateValues: boolean) {
  const dir = directionOf(language);
  return {
    lng: language,
    fallbackLng: sourceLanguage,
    resources: texts as Resource,
    ns: [...new Set(Object.values(texts).flatMap((spaces) => Object.keys(spaces)))],
    defaultNS: 'common',
    initAsync: false,
    returnNull: false,
    showSupportNotice: false,
    interpolation: {
      // React escapes; what a sentence needs is digits of its language and fences around names.
      escapeValue: true,
      useRawValueToEscape: true,
      escape: (value: unknown) => {
        if (typeof value === 'number') return formatNumber(value, interfaceLanguage(language));
        return isolateValues ? isolate(String(value), dir) : String(value);
      },
    },
  };
}
