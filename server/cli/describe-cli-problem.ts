import type { Translators } from '#platform/language/translators.ts';
import { isProblem, type Problem } from '#platform/problem.ts';

/** A thrown thing as lines for the operator: what is wrong, what to do, and nothing personal. */
export function describeCliProblem(
  error: unknown,
  translators: Translators,
  language: string,
  debug = false,
): string[] {
  if (!isProblem(error)) return describeUnknown(error, translators, language, debug);
  const texts = ['cli', 'common'].find((space) =>
    translators.has(language, `${space}:problem.${error.code}.title`),
  );
  const details = logLines(error);
  if (texts === undefined) return [error.message === error.code ? `serai: ${error.code}` : error.message];
  // Numbers are shown as typed (a port is not "4,380").
  const values = Object.fromEntries(
    Object.entries(error.params).map(([name, value]) => [name, String(value)]),
  );
  const t = translators.for(language, texts);
  return [t(`problem.${error.code}.title`, values), t(`problem.${error.code}.next`, values), ...details];
}

/** The end of PostgreSQL's own log, where a problem brings it along. */
function logLines(problem: Problem): string[] {
  const lines = 'logLines' in problem && Array.isArray(problem.logLines) ? problem.logLines : [];
  return lines.map((line) => `  ${String(line)}`);
}

function describeUnknown(
  error: unknown,
  translators: Translators,
  language: string,
  debug: boolean,
): string[] {
  const t = translators.for(language, 'cli');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : 'Error';
  // Messages may quote values from records: they are shown on request only.
  const more = debug && error instanceof Error ? [error.stack ?? error.message] : [t('unexpected.more')];
  return [t('unexpected.title', { name: code === '' ? name : `${name} ${code}` }), ...more];
}
