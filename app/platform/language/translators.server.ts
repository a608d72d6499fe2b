import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isOptionalText } from './optional-texts.ts';
import {
  createTranslatorsFrom,
  type Texts,
  type TranslatorOptions,
  type Translators,
} from './translators.ts';

/** Reads every text once. `dir` is the `locales` folder. */
export function createTranslators(options: { dir: string } & TranslatorOptions): Translators {
  const onMissing = options.onMissing ?? (process.env['NODE_ENV'] === 'production' ? undefined : warn);
  return createTranslatorsFrom(readLocales(options.dir), { ...options, onMissing });
}

export function readLocales(dir: string): Texts {
  const texts: Texts = {};
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const spaces: Record<string, unknown> = {};
    for (const file of readdirSync(join(dir, entry.name)).filter((name) => name.endsWith('.json'))) {
      spaces[basename(file, '.json')] = JSON.parse(readFileSync(join(dir, entry.name, file), 'utf8'));
    }
    texts[entry.name] = spaces;
  }
  return texts;
}

const warn: TranslatorOptions['onMissing'] = ({ language, key, fellBack }) => {
  if (isOptionalText(key)) return;
  console.warn(`Text ${key} is missing in ${language}${fellBack ? '; English stands in' : ''}`);
};
