import type { StaffRole } from '#platform/actor.ts';

/**
 * What a token may be given, each a short list of acts: a program does these and nothing else, by whatever door. Looking
 * for a person and keeping the register are apart from reading numbers.
 */
export const scopes = {
  'clients.read': ['client.list', 'client.find', 'client.view', 'consent.list'],
  'clients.write': [
    'client.register',
    'client.edit',
    'client.update',
    'client.set-safe-contact',
    'consent.record',
    'consent.withdraw',
  ],
  'contacts.read': ['contact.list', 'contact.view', 'follow-up.list'],
  'contacts.write': [
    'contact.record',
    'contact.correct',
    'contact.void',
    'follow-up.plan',
    'follow-up.close',
  ],
  'statistics.read': ['release.list', 'release.view'],
} as const satisfies Record<string, readonly string[]>;

export type Scope = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as [Scope, ...Scope[]];

/** The acts of these scopes, each once. */
export const actsOf = (given: readonly string[]): string[] => [
  ...new Set(scopeNames.filter((scope) => given.includes(scope)).flatMap((scope) => [...scopes[scope]])),
];

/** The roles in which a program acts: released numbers as a data officer does, people as a caseworker does. */
export function rolesOf(given: readonly string[]): StaffRole[] {
  const people = given.some((scope) => scope !== 'statistics.read');
  const numbers = given.includes('statistics.read');
  return [...(people ? (['caseworker'] as const) : []), ...(numbers ? (['data_officer'] as const) : [])];
}

/** Longest life of a token, in days; a shorter one is offered first. */
export const longestDays = 365;
export const offeredDays = [30, 90, 180, 365] as const;

/** How a token begins, so that a leaked one is recognised by whoever scans for them. */
export const tokenMark = 'serai_';

/** Which scope opens an act; undefined for acts that no token may do. */
export const scopeOfAct = (act: string): Scope | undefined =>
  scopeNames.find((scope) => (scopes[scope] as readonly string[]).includes(act));
