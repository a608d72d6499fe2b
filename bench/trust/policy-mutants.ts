import type { Actor, Role } from '#platform/actor.ts';
import { roles as staffRoles } from '#platform/actor.ts';
import {
  composePolicy,
  type Permission,
  type PermissionTable,
  type Policy,
  type Relation,
} from '#platform/policy/policy.ts';
import type { Asker, ExpectedRow, Standing } from '../../checks/authorisation/expected-answers.ts';

/** A policy with one entry changed, as a slip of the hand would change it. */
export interface Mutant {
  what: string;
  action: string;
  role: Role;
  policy: Policy;
}

const wide: Relation[] = ['centre', 'linked', 'own', 'self'];
const everybody: Role[] = [...staffRoles, 'public', 'setup', 'job', 'house'];

/** Relations in which a record of that standing is found to stand to the asker. */
const relationsIn: Record<Standing, Relation[]> = {
  centre: ['centre'],
  linked: ['linked', 'centre'],
  own: ['own', 'centre'],
  self: ['self', 'centre'],
  reader: ['centre'],
  'reader-linked': ['linked', 'centre'],
  restricted: [],
  'other-centre': [],
};

/** What the policy alone says to a row of the table. */
export function saysPolicy(policy: Policy, { action, standing }: ExpectedRow, asker: Asker): boolean {
  const actor = { kind: 'house', roles: [asker] } as Actor;
  return policy.mayEver(actor, action) && policy.decide(actor, action, relationsIn[standing]) !== undefined;
}

/**
 * Every single slip there is: a role added to an act (in the widest relation), a role taken from it, a relation taken from
 * a role, a relation widened to the centre.
 */
export function policyMutants(tables: readonly PermissionTable[]): Mutant[] {
  const all: PermissionTable = Object.assign({}, ...tables);
  return Object.entries(all).flatMap(([action, permission]) =>
    everybody.flatMap((role) =>
      slips(permission, role).map(([what, changed]) => ({
        what: `${action}: ${role} ${what}`,
        action,
        role,
        policy: composePolicy([{ ...all, [action]: changed }]),
      })),
    ),
  );
}

function slips(permission: Permission, role: Role): [string, Permission][] {
  const had = permission[role];
  if (!had || had.length === 0) return [['added', { ...permission, [role]: wide }]];
  const { [role]: _, ...without } = permission;
  const found: [string, Permission][] = [['taken away', without]];
  // Whoever may in the centre may in every relation: what stands beside it says nothing more.
  if (had.includes('centre')) return found;
  found.push(['widened to the centre', { ...permission, [role]: ['centre', ...had] }]);
  if (had.length > 1)
    for (const relation of had)
      found.push([`without ${relation}`, { ...permission, [role]: had.filter((each) => each !== relation) }]);
  return found;
}
