import type { Actor, Role } from '../actor.ts';

/**
 * How the actor stands to the record: `centre` it is of the actor's centre (always true of what the actor can load),
 * `linked` the actor serves this person (assigned, a contact, an arrival today), `own` the actor made it or it is theirs
 * to do, `self` it is about the actor.
 */
export type Relation = 'centre' | 'linked' | 'own' | 'self';

/** Which roles may do one thing, and in which relation to the record. A role that is absent may not. */
export type Permission = Partial<Record<Role, readonly Relation[]>>;
export type PermissionTable = Record<string, Permission>;

export interface Policy {
  /** May any role of this actor do this at all, whatever the record? */
  mayEver(actor: Actor, action: string): boolean;
  /** The relation that allows it, or undefined. */
  decide(actor: Actor, action: string, relations: readonly Relation[]): Relation | undefined;
  actions(): string[];
  permission(action: string): Permission | undefined;
}

/** A program's token narrows what its roles may. */
const isOpenTo = (actor: Actor, action: string): boolean => actor.only?.includes(action) ?? true;

/** Composes the modules' tables into the one policy of the house. @throws when two modules name the same action */
export function composePolicy(tables: readonly PermissionTable[]): Policy {
  const all = new Map<string, Permission>();
  for (const table of tables) {
    for (const [action, permission] of Object.entries(table)) {
      if (all.has(action)) throw new Error(`two permissions are called ${action}`);
      all.set(action, permission);
    }
  }
  return {
    mayEver: (actor, action) =>
      isOpenTo(actor, action) && actor.roles.some((role) => (all.get(action)?.[role]?.length ?? 0) > 0),
    decide(actor, action, relations) {
      const permission = all.get(action);
      if (!permission || !isOpenTo(actor, action)) return undefined;
      for (const role of actor.roles) {
        const allowing = permission[role]?.find((relation) => relations.includes(relation));
        if (allowing) return allowing;
      }
      return undefined;
    },
    actions: () => [...all.keys()].sort(),
    permission: (action) => all.get(action),
  };
}
