import {
  type Block,
  type ChecklistCase,
  checklistConditions,
  type ChecklistItem,
} from '#modules/guides/index.server.ts';

export type CaseKey = keyof typeof checklistConditions;
export const caseKeys = Object.keys(checklistConditions) as CaseKey[];

/** The reader's case from the address; what no list knows counts as not said. */
export function caseOf(search: URLSearchParams): ChecklistCase {
  return Object.fromEntries(
    caseKeys.flatMap((key) => {
      const said = search.get(key);
      return (checklistConditions[key] as readonly string[]).includes(said ?? '') ? [[key, said]] : [];
    }),
  );
}

/** The questions that this list depends on, with the answers that occur in it, in the order of the lists. */
export function caseQuestions(items: readonly ChecklistItem[]): { key: CaseKey; values: string[] }[] {
  const pairs = items.flatMap(({ conditions }) => conditions);
  return caseKeys
    .filter((key) => pairs.some((pair) => pair.key === key))
    .map((key) => ({ key, values: [...checklistConditions[key]] }));
}

/** The lists of papers in a body; headings and the rest stay on the page itself. */
export function checklistsIn(blocks: readonly Block[]): Extract<Block, { kind: 'checklist' }>[] {
  return blocks.filter((block) => block.kind === 'checklist');
}
