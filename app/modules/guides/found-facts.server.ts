import { listFacts } from '#modules/facts/index.server.ts';
import { formatFactValue } from './fact-value.ts';
import type { PickedFact } from './components/fact-picker.tsx';
import type { Web } from '#platform/web/web-context.ts';

/** Facts that a word is found in, as the picker shows them. */
export async function foundFacts(web: Web, text: string | undefined): Promise<PickedFact[]> {
  const { facts } = await web.read(listFacts, { text: text?.slice(0, 100) });
  return facts.slice(0, 12).map((fact) => ({
    code: fact.code,
    statement: fact.statement,
    value: formatFactValue(
      {
        kind: fact.kind,
        value: fact.value ?? undefined,
        valueTo: fact.value_to ?? undefined,
        unit: fact.unit ?? undefined,
        text: fact.text ?? undefined,
      },
      web.language,
      web.t('guide-body'),
    ),
  }));
}
