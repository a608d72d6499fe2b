import type { Translators } from '#platform/language/translators.ts';

/** What people call a topic, beside its name, in a language; empty where the lists know nothing more. */
export function topicWords(translators: Translators, language: string): (topic: string) => string {
  const lists = translators.subset(language, ['code-lists'])[language]?.['code-lists'] as
    | { topic?: Record<string, string>; topicWords?: Record<string, string> }
    | undefined;
  return (topic) => `${lists?.topic?.[topic] ?? ''} ${lists?.topicWords?.[topic] ?? ''}`.trim();
}
