import type { Choices, ComparedField } from '#modules/clients/index.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import type { ComparedFact } from './components/fact-choice.tsx';
import { describeFact } from './describe-fact.server.ts';

interface Seen {
  fields: readonly ComparedField[];
  staffNames: Record<string, string>;
  proposal: { choices: Choices } | undefined;
}

const labels: Record<string, string> = {
  birth: 'label.birth',
  nationalities: 'form.nationality',
  origin: 'form.origin',
  assignedTo: 'label.assigned-to',
};

/** The fields of two files in the reader's words, with the choice that is suggested or was proposed. */
export function comparedFacts(
  { fields, staffNames, proposal }: Seen,
  web: Pick<Web, 't' | 'language'>,
): ComparedFact[] {
  const reader = { language: web.language, t: (namespace: string) => web.t(namespace), staffNames };
  return fields.map(({ field, kept, other, choices, suggested }) => ({
    field,
    label: web.t('clients')(labels[field] ?? `label.${field}`),
    kept: describeFact(field, kept, reader),
    other: describeFact(field, other, reader),
    choices,
    suggested,
    chosen: proposal?.choices[field],
  }));
}
