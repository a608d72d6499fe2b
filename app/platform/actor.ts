/** The roles of the policy table; CL-STAFF-ROLE in the domain's code lists where it has the word. */
export const roles = [
  'coordinator',
  'counsellor',
  'caseworker',
  'receptionist',
  'hotline_operator',
  'trainer',
  'outreach_officer',
  'data_officer',
  'data_protection_officer',
  'finance_officer',
  'network_administrator',
  'volunteer',
] as const;
export type StaffRole = (typeof roles)[number];

/** Roles that advise people, keep their files and answer for what the centre says. */
export const advisingRoles = ['coordinator', 'counsellor', 'caseworker'] as const satisfies StaffRole[];
/** Roles that meet people: only they can be given a file, a follow-up or a restricted person. */
export const rolesSeeingPeople = [
  ...advisingRoles,
  'receptionist',
  'hotline_operator',
  'trainer',
  'outreach_officer',
  'volunteer',
] as const satisfies StaffRole[];

export const advises = (staff: { roles: readonly string[] }): boolean =>
  staff.roles.some((role) => (advisingRoles as readonly string[]).includes(role));
export const seesPeople = (staff: { roles: readonly string[] }): boolean =>
  staff.roles.some((role) => (rolesSeeingPeople as readonly string[]).includes(role));
/** Beside people: a visitor without a session, the guided set-up, a job, the house itself. */
export type Role = StaffRole | 'public' | 'setup' | 'job' | 'house';

/** What the rules need of the actor's centre; loaded with the session. */
export interface ActorCentre {
  id: string;
  timeZone: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  calendar: string;
  languages: string[];
  clientLanguages: string[];
  settings: Record<string, unknown>;
}

interface ActorBase {
  roles: Role[];
  /** Raw session token: it goes into the transaction so that the database asks for itself who this is. */
  sessionToken?: string;
  sessionId?: string;
  staffId?: string;
  centre?: ActorCentre;
  siteId?: string;
  language?: string;
  /** The person's own choice of calendar; else that of their language. */
  calendar?: string;
  only?: readonly string[];
}

export interface StaffActor extends ActorBase {
  kind: 'staff';
  sessionToken: string;
  sessionId: string;
  staffId: string;
  centre: ActorCentre;
  roles: StaffRole[];
  displayName: string;
  language: string;
  /** Last proof of the second factor, for acts that ask for it anew. */
  steppedUpAt?: Date;
  /** Has a passkey that can prove it too. */
  hasPasskey?: boolean;
  locked: boolean;
  /** The browser in which the session began is a shared computer: who marked it. */
  sharedDevice?: { markedBy: string };
  /** A program with a token: the acts that it may do, whatever its roles may. Undefined for a person. */
  only?: readonly string[];
}

/** A job acts with a session of its own that carries its starter's centre. */
export interface JobActor extends ActorBase {
  kind: 'job';
  sessionToken: string;
  sessionId: string;
  centre: ActorCentre;
}

export interface OutsideActor extends ActorBase {
  kind: 'public' | 'setup' | 'house';
}

export type Actor = StaffActor | JobActor | OutsideActor;

export const publicActor: OutsideActor = { kind: 'public', roles: ['public'] };
export const setupActor: OutsideActor = { kind: 'setup', roles: ['setup'] };
export const houseActor: OutsideActor = { kind: 'house', roles: ['house'] };

export const isStaff = (actor: Actor): actor is StaffActor => actor.kind === 'staff';
