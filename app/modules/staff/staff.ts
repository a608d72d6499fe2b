import { advises, type StaffRole } from '#platform/actor.ts';

/** What the rules need of a colleague. */
export interface Colleague {
  id: string;
  roles: readonly StaffRole[];
  status: 'invited' | 'active' | 'disabled' | 'program';
  /** Last day of the account, `YYYY-MM-DD`. */
  expiresOn: string | null;
}

/** Somebody who can run the centre tomorrow too: an active coordinator whose account does not expire. */
const isLastingCoordinator = (colleague: Colleague): boolean =>
  colleague.status === 'active' && colleague.expiresOn === null && colleague.roles.includes('coordinator');

/** Would the centre be left without a coordinator if this colleague became like that? */
export function leavesCentreAlone(colleagues: readonly Colleague[], changed: Colleague): boolean {
  const after = colleagues.map((each) => (each.id === changed.id ? changed : each));
  return colleagues.some(isLastingCoordinator) && !after.some(isLastingCoordinator);
}

/** Is the account open on this day? */
export const isOpen = (colleague: Pick<Colleague, 'status' | 'expiresOn'>, today: string): boolean =>
  colleague.status === 'active' && (colleague.expiresOn === null || colleague.expiresOn >= today);

/** Whom open follow-ups and people can pass to. */
export const mayTakeOver = (colleague: Colleague, today: string): boolean =>
  isOpen(colleague, today) && advises(colleague);

/** Roles that come with a last day: volunteers change often, and a forgotten account is an open door. */
export const mustExpire = (roles: readonly StaffRole[]): boolean => roles.includes('volunteer');

/** Minutes for which one proof of the second factor counts for acts that ask for it anew. */
export const stepUpMinutes = 10;

export const isSteppedUp = (steppedUpAt: Date | undefined, now: Date): boolean =>
  steppedUpAt !== undefined && now.getTime() - steppedUpAt.getTime() <= stepUpMinutes * 60_000;
