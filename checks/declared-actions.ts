import { permissions } from '#app/permissions.ts';
import { composePolicy, type Policy } from '#platform/policy/policy.ts';
import { allActions, type Action, nameOf } from './all-actions.ts';
import type { Check } from './check.ts';

/**
 * Operations that leave no audit row; a new one is a decision, made here. Drafts are a person's own scratch paper (0007);
 * what is asked without a name stands in a log of its own and is taken over by `question.receive` (0065).
 */
const mayBeQuiet = new Set([
  'draft.save',
  'draft.discard',
  'question.ask',
  'question.ask-again',
  'question.delete',
]);

/**
 * Every operation and query has a dotted name of its own, a permission and an audit subject; every permission belongs
 * to one of them.
 */
export const declaredActions: Check = {
  name: 'permissions',
  async find(root) {
    const actions = await allActions(root);
    return {
      looked: `${actions.length} operations and queries`,
      faults: judgeActions(actions, composePolicy(permissions)),
    };
  },
};

export function judgeActions(actions: readonly Action[], policy: Policy): string[] {
  const faults: string[] = [];
  const seen = new Map<string, string>();
  for (const action of actions) {
    const name = nameOf(action);
    const subject = action.kind === 'operation' ? action.operation.subject : action.query.subject;
    const before = seen.get(name);
    if (before !== undefined) faults.push(`${action.file}: "${name}" is the name of ${before} as well`);
    seen.set(name, action.file);
    if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(name))
      faults.push(`${action.file}: "${name}" is not a dotted name`);
    if (!subject) faults.push(`${action.file}: ${name} does not say what it is about (subject)`);
    const permission = policy.permission(name);
    if (!permission || !Object.values(permission).some((relations) => relations.length > 0)) {
      faults.push(`${action.file}: nobody has the permission ${name}`);
    }
    if (action.kind === 'operation' && action.operation.quiet && !mayBeQuiet.has(name)) {
      faults.push(`${action.file}: ${name} leaves no audit row`);
    }
  }
  const unused = policy.actions().filter((name) => !seen.has(name));
  return [...faults, ...unused.map((name) => `the permission ${name} belongs to no operation and no query`)];
}
