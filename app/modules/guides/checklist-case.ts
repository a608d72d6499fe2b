import type { ChecklistItem } from './block.ts';
import { type ChecklistCase, checklistConditions } from './guide.ts';

/** Does this reader need the paper? What they have not said does not count against it. */
export function isItemFor(item: Pick<ChecklistItem, 'conditions'>, reader: ChecklistCase): boolean {
  return item.conditions.every(({ key, value }) => {
    const said = Object.hasOwn(checklistConditions, key)
      ? reader[key as keyof typeof checklistConditions]
      : undefined;
    return said === undefined || said === '' || said === value;
  });
}
