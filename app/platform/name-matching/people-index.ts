import { type CentreIndex, centreIndex } from './centre-index.ts';
import type { PeopleIndex } from './indexed-person.ts';

export type { Hit, HitReason, IndexedPerson, PeopleIndex, SearchOptions } from './indexed-person.ts';

/**
 * Finds people by name, phone, file number or card across scripts. Pure memory, no input or output: the owner
 * fills it after unlock and keeps it up to date. Each scope is an index of its own, so a search neither sees
 * nor is slowed by other centres.
 */
export function createPeopleIndex(): PeopleIndex {
  const centres = new Map<string, CentreIndex>();
  const scopeOf = new Map<string, string>();
  return {
    get size() {
      return scopeOf.size;
    },
    put(person) {
      const before = scopeOf.get(person.id);
      if (before !== undefined && before !== person.scope) centres.get(before)?.remove(person.id);
      let centre = centres.get(person.scope);
      if (!centre) {
        centre = centreIndex();
        centres.set(person.scope, centre);
      }
      centre.put(person);
      scopeOf.set(person.id, person.scope);
    },
    remove(id) {
      centres.get(scopeOf.get(id) ?? '')?.remove(id);
      scopeOf.delete(id);
    },
    search: (scope, text, options) => centres.get(scope)?.search(text, options) ?? [],
    similar: (scope, person, options) => centres.get(scope)?.similar(person, options) ?? [],
    memory: () => [...centres.values()].reduce((bytes, centre) => bytes + centre.bytes(), scopeOf.size * 60),
  };
}
