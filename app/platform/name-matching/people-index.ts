import { type CentreIndex, centreIndex } from './centre-index.ts';
import type { PeopleIndex } from './indexed-person.ts';

export type { Hit, HitReason, IndexedPerson, PeopleIndex } from './indexed-person.ts';

/**
 * Finds people by name, phone, file number or card across scripts. Pure memory, no input or output: the owner
 * fills it after unlock and keeps it up to date. Each scope is an index of its own, so a search neither sees
 * nor is slowed by other centres.
 */
export function createPeopleIndex(): PeopleIndex {
  const centres = new Map<string, CentreIndex>();
  const remove = (id: string) => {
    for (const centre of centres.values()) if (centre.remove(id)) return;
  };
  return {
    get size() {
      let size = 0;
      for (const centre of centres.values()) size += centre.size;
      return size;
    },
    count: (scope) => centres.get(scope)?.size ?? 0,
    put(person) {
      let centre = centres.get(person.scope);
      if (!centre) {
        centre = centreIndex();
        centres.set(person.scope, centre);
      }
      if (!centre.has(person.id)) remove(person.id);
      centre.put(person);
    },
    remove,
    search: (scope, text, options) => centres.get(scope)?.search(text, options) ?? [],
    similar: (scope, person, options) => centres.get(scope)?.similar(person, options) ?? [],
    similarTo: (scope, id, options) => centres.get(scope)?.similarTo(id, options) ?? [],
    compare: (scope, a, b) => centres.get(scope)?.compare(a, b),
    features: (scope, a, b) => centres.get(scope)?.features(a, b),
    memory: () => [...centres.values()].reduce((bytes, centre) => bytes + centre.bytes(), 0),
  };
}
