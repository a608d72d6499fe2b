/** The roles of the policy table; CL-STAFF-ROLE in the domain's code lists where it has the word. */
export const roles = [
  'coordinator',
  'counsellor',
  'receptionist',
  'data_officer',
  'data_protection_officer',
  'volunteer',
] as const;
export type StaffRole = (typeof roles)[number];
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
  locked: boolean;
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
