import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  clientLanguages,
  interfaceLanguage,
  publicLanguages,
  sourceLanguage,
  staffLanguages,
} from './interface-languages.ts';
import { isOptionalText } from './optional-texts.ts';
import { avoidedWords, mayEqualEnglish } from './wording.ts';

/** Who reads a namespace, and so which languages must have it. */
const readers = { staff: staffLanguages, client: clientLanguages, public: publicLanguages };

type FlatTexts = Map<string, string>;

const pluralEnding = /_(zero|one|two|few|many|other)$/;

/**
 * Every fault in `locales/`, one line each: texts that are missing, left over, empty, still English,
 * with other placeholders than the English ones, without a plural form that the language has, or in
 * words this project avoids. An empty list means that the languages are complete.
 */
export function checkLocales(dir = fileURLToPath(new URL('../../../locales', import.meta.url))): string[] {
  const audiences = readJson(join(dir, 'namespaces.json')) as Record<string, keyof typeof readers>;
  const faults: string[] = [];
  for (const space of namespacesIn(join(dir, sourceLanguage))) {
    const audience = audiences[space];
    if (audience === undefined) {
      faults.push(`namespaces.json does not say who reads ${space}`);
      continue;
    }
    const english = readTexts(dir, sourceLanguage, space);
    faults.push(...checkTexts(sourceLanguage, space, english, english));
    for (const language of readers[audience]) {
      if (language === sourceLanguage) continue;
      if (!existsSync(join(dir, language, `${space}.json`))) {
        faults.push(`${language}/${space}.json is missing`);
        continue;
      }
      faults.push(...checkTexts(language, space, readTexts(dir, language, space), english));
    }
  }
  for (const language of readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (const space of namespacesIn(join(dir, language.name))) {
      if (!existsSync(join(dir, sourceLanguage, `${space}.json`))) {
        faults.push(`${language.name}/${space}.json has no English source`);
      }
    }
  }
  return faults;
}

function checkTexts(language: string, space: string, texts: FlatTexts, english: FlatTexts): string[] {
  const faults: string[] = [];
  const where = (key: string) => `${language}/${space}.json ${key}`;
  const plurals = pluralBases(english);
  const baseOf = (key: string) => {
    const base = key.replace(pluralEnding, '');
    return plurals.has(base) && base !== key ? base : undefined;
  };

  for (const key of english.keys()) {
    const skip = baseOf(key) !== undefined || isOptional(space, key);
    if (!skip && !texts.has(key)) faults.push(`${where(key)}: missing`);
  }
  for (const base of plurals) {
    for (const form of new Intl.PluralRules(language).resolvedOptions().pluralCategories) {
      if (!texts.has(`${base}_${form}`)) faults.push(`${where(base)}: plural form "${form}" is missing`);
    }
  }
  for (const [key, text] of texts) {
    const base = baseOf(key);
    const source = english.get(key) ?? (base === undefined ? undefined : english.get(`${base}_other`));
    if (source === undefined && !isOptional(space, key)) {
      faults.push(`${where(key)}: not in English`);
      continue;
    }
    if (text.trim() === '') faults.push(`${where(key)}: empty`);
    if (avoidedWords(language, text)) faults.push(`${where(key)}: uses words we avoid`);
    if (source === undefined || language === sourceLanguage) continue;
    const fault = checkPlaceholders(text, source, base !== undefined && /_(zero|one|two)$/.test(key));
    if (fault !== undefined) faults.push(`${where(key)}: ${fault}`);
    if (text === source && interfaceLanguage(language).script !== 'Latn' && !mayEqualEnglish(text)) {
      faults.push(`${where(key)}: still the English text`);
    }
  }
  return faults;
}

/** "One day" and "two days" may leave the number out: their words say it. */
function checkPlaceholders(text: string, source: string, mayOmit: boolean): string | undefined {
  const here = placeholders(text);
  const wanted = placeholders(source);
  const extra = [...here].filter((name) => !wanted.has(name));
  const lost = mayOmit ? [] : [...wanted].filter((name) => !here.has(name));
  if (extra.length > 0) return `unknown placeholder ${extra.join(', ')}`;
  if (lost.length > 0) return `lost placeholder ${lost.join(', ')}`;
  return undefined;
}

function placeholders(text: string): Set<string> {
  return new Set([...text.matchAll(/\{\{-?\s*([\w.]+)/g)].map((match) => match[1] ?? ''));
}

function pluralBases(english: FlatTexts): Set<string> {
  const bases = [...english.keys()].filter((key) => key.endsWith('_one')).map((key) => key.slice(0, -4));
  return new Set(bases.filter((base) => english.has(`${base}_other`)));
}

function isOptional(space: string, key: string): boolean {
  return isOptionalText(`${space}:${key}`);
}

function namespacesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -5));
}

function readTexts(dir: string, language: string, space: string): FlatTexts {
  const flat: FlatTexts = new Map();
  flatten(readJson(join(dir, language, `${space}.json`)), '', flat);
  return flat;
}

function flatten(value: unknown, path: string, into: FlatTexts): void {
  if (typeof value === 'string') into.set(path, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, below] of Object.entries(value))
      flatten(below, path === '' ? key : `${path}.${key}`, into);
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
