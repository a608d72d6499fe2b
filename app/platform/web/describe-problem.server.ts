import { translateDatabaseError } from '../database/database-error.server.ts';
import type { Translators } from '../language/translators.ts';
import { isProblem, Problem } from '../problem.ts';

export interface DescribedField {
  name: string;
  message: string;
  /** Language of the message, where it is not that of the page. */
  lang?: string;
}

/** A problem as a person meets it: translated, with a next step and nothing from inside. */
export interface DescribedProblem {
  code: string;
  status: number;
  title: string;
  next: string;
  /** Language of title and next step, where it is not that of the page. */
  lang?: string;
  fields: DescribedField[];
  requestId: string;
  retryAfter?: number;
}

/** Any thrown thing as a problem; what is not one becomes `unexpected`. */
export function asProblem(error: unknown): Problem {
  if (isProblem(error)) return error;
  // What undici throws when a body is no form at all: the sender's mistake, not ours.
  if (error instanceof TypeError && /FormData|form-data|multipart/i.test(error.message)) {
    return new Problem('input.invalid', 400, { cause: error });
  }
  const translated = translateDatabaseError(error);
  if (translated === 'retry')
    return new Problem('database.unavailable', 503, { retryAfter: 1, cause: error });
  return isProblem(translated) ? translated : new Problem('unexpected', 500, { cause: error });
}

/** Translates a problem. Its texts stand under `problem.<code>` in any namespace, `common` first. */
export function describeProblem(
  translators: Translators,
  language: string,
  problem: Problem,
  requestId: string,
): DescribedProblem {
  const text = (key: string, fallback: string, params: Record<string, unknown>) => {
    const place = [key, fallback].map((each) => placeOf(translators, language, each)).find(Boolean);
    if (!place) return { words: '', lang: undefined };
    const spoken = translators.languageOf(language, `${place.namespace}:${place.key}`, params);
    return {
      words: translators.for(language, place.namespace)(place.key, params),
      lang: spoken === language ? undefined : spoken,
    };
  };
  const params = { ...problem.params, requestId, reference: requestId };
  const title = text(`problem.${problem.code}.title`, 'problem.unexpected.title', params);
  const next = text(`problem.${problem.code}.next`, 'problem.unexpected.next', params);
  return {
    code: problem.code,
    status: problem.status,
    title: title.words,
    next: next.words,
    ...(title.lang !== undefined && { lang: title.lang }),
    fields: problem.fields.map((field) => {
      const { words, lang } = text(`field.${field.code}`, 'field.invalid', { ...field.params });
      return { name: formName(field.path), message: words, ...(lang !== undefined && { lang }) };
    }),
    requestId,
    ...(problem.retryAfter !== undefined && { retryAfter: problem.retryAfter }),
  };
}

/** Where words of problems and fields stand. The command line has words of its own. */
export const problemNamespaces: readonly string[] = [
  'common',
  'workspace',
  'public',
  'contacts',
  'clients',
  'consent',
  'duplicates',
  'households',
  'staff',
  'centres',
  'front-desk',
  'audit',
  'advice',
  'retention',
  'setup',
  'documents',
  'ask',
  'questions',
  'releases',
  'sealing',
  'erasures',
  'disclosure-requests',
  'facts',
  'guides',
  'imports',
  'integrations',
  'backups',
  'tables',
  'lists',
  'network',
  'oversight',
  'transfers',
];

function placeOf(translators: Translators, language: string, key: string) {
  const namespace = problemNamespaces.find((space) => translators.has(language, `${space}:${key}`));
  return namespace === undefined ? undefined : { namespace, key };
}

/** `names.0.given` in a problem is `names[0].given` in a form. */
export function formName(path: string): string {
  return path.replace(/\.(\d+)(?=\.|$)/g, '[$1]');
}
