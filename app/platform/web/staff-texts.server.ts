import { createHash } from 'node:crypto';
import type { Translators } from '../language/translators.ts';

/** What the workspace's own script may need to say. Texts for documents and public pages stay on the server. */
const namespaces = [
  'common',
  'code-lists',
  'workspace',
  'retention',
  'setup',
  'centres',
  'staff',
  'integrations',
  'backups',
  'front-desk',
  'clients',
  'duplicates',
  'households',
  'consent',
  'contacts',
  'decisions',
  'doctor',
  'erasures',
  'disclosure-requests',
  'facts',
  'guides',
  'imports',
  'audit',
  'advice',
  'network',
  'oversight',
  'transfers',
  'questions',
  'releases',
  'sealing',
  'statistics',
  'lists',
];

/** Sentences of other namespaces that the server alone says. */
const saidByServer: Readonly<Record<string, readonly string[]>> = {
  backups: ['why', 'step'],
  releases: ['category'],
};

/**
 * What went wrong is put into words by the server, so the browser needs no problem of any module; of the common ones it
 * does, for an answer that never came.
 */
function withoutProblems(texts: ReturnType<Translators['subset']>): ReturnType<Translators['subset']> {
  return Object.fromEntries(
    Object.entries(texts).map(([language, spaces]) => [
      language,
      Object.fromEntries(
        Object.entries(spaces).map(([space, words]) => {
          const { problem: _problem, ...rest } = words as Record<string, unknown>;
          if (space === 'common') return [space, words];
          for (const part of saidByServer[space] ?? []) delete rest[part];
          return [space, rest];
        }),
      ),
    ]),
  );
}

interface StaffTexts {
  url: string;
  body: string;
}

const made = new WeakMap<Translators, Map<string, StaffTexts>>();

/** The texts of one language as the browser fetches them: an address that changes with the content, and the content. */
export function staffTexts(translators: Translators, language: string): StaffTexts {
  let byLanguage = made.get(translators);
  if (!byLanguage) made.set(translators, (byLanguage = new Map()));
  let texts = byLanguage.get(language);
  if (!texts) {
    const body = JSON.stringify(withoutProblems(translators.subset(language, namespaces)));
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
    byLanguage.set(language, (texts = { body, url: `/texts/${language}-${hash}.json` }));
  }
  return texts;
}

export const staffTextsUrl = (translators: Translators, language: string): string =>
  staffTexts(translators, language).url;
