import type { ConsentPurpose } from './plan-changes.ts';
import type { RegisterInput } from './plan-person.ts';
import type { RecordInput } from './plan-talk.ts';

/** A moment, in milliseconds. */
export type At = number;

/** Somebody comes through the door. */
export interface PlannedArrival {
  kind: 'arrival';
  at: At;
  /** The talk that it leads to. */
  talk: number;
  site: number;
  /** Somebody who came after that one and went home before it was their turn. */
  leftAt?: At;
  /** Id of a demo colleague. */
  by: string;
  input: { visitReason: string; urgent?: boolean; language?: string; partySize?: number; note?: string };
}

export interface PlannedFollowUp {
  dueOn: string;
  way: 'phone' | 'message' | 'visit';
  note?: string;
}

/** What became of a follow-up. */
export interface PlannedOutcome {
  kind: 'outcome';
  at: At;
  talk: number;
  by: string;
  /** Of the follow-up, by then. */
  version: number;
  to: { movedTo: string } | { outcome: 'reached' | 'not_reached' | 'no_longer_needed' | 'client_declined' };
}

export interface PlannedRegistration {
  kind: 'registration';
  at: At;
  /** Place in the list of people. */
  person: number;
  by: string;
  site: number;
  input: RegisterInput;
  card: boolean;
  /** Somebody looks at the similar files that came up and finds other people. */
  toldApart: boolean;
}

export interface PlannedTalk {
  kind: 'talk';
  at: At;
  talk: number;
  by: string;
  site: number;
  /** Places in the list of people; empty for somebody without a name. */
  people: number[];
  input: RecordInput;
  hasArrival: boolean;
  followUp?: PlannedFollowUp;
  corrected?: { at: At; reason: string; minutes: number };
  voided?: { at: At; reason: string };
}

/** Something that happens to a file later on. */
export interface PlannedChange {
  kind: 'change';
  at: At;
  person: number;
  by: string;
  change:
    | { what: 'withdraw'; purposes: ConsentPurpose[]; reason?: string }
    | { what: 'update'; input: RegisterInput }
    | { what: 'phone'; phones: NonNullable<RegisterInput['phones']> }
    | { what: 'restrict'; reason: string }
    | { what: 'card' };
}

export type PlannedEpisode =
  | PlannedRegistration
  | PlannedArrival
  | PlannedTalk
  | PlannedOutcome
  | PlannedChange;

/** Everything that happened before today, in the order in which it happened. */
export interface DemoPlan {
  people: number;
  episodes: PlannedEpisode[];
  /** How many writes the episodes come to. */
  writes: number;
}
