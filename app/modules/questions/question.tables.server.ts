import type { Generated, Selectable } from 'kysely';
import type { ClientLanguage } from '#platform/code-lists/client-languages.ts';
import type { CloseReason, QuestionState, QuestionWay } from './question.ts';

/** A thread without a name. Days only, never a time; what was said stands sealed in its messages. */
export interface QuestionTable {
  id: string;
  centre_id: string;
  /** SHA-256 of the token that follows from the receipt. */
  lookup: Buffer;
  asked_on: string;
  /** BCP 47 tag of the language in which the asker wishes to be answered. */
  language: ClientLanguage;
  topic: string;
  way: QuestionWay;
  asker_recipient: string;
  state: Generated<QuestionState>;
  /** Day of the oldest message that nobody has answered; null where none waits. */
  waiting_since: string | null;
  answered_on: string | null;
  /** Day of the last message: retention counts from it. */
  last_on: string;
  assigned_to: string | null;
  close_reason: CloseReason | null;
  /** Day on which somebody, or the deadline, made this an editors' task. */
  task_on: string | null;
  version: Generated<number>;
}
export type QuestionRow = Selectable<QuestionTable>;

export interface LinkedGuide {
  pageId: string;
  version: number;
  slug: string;
}

export interface QuestionMessageTable {
  question_id: string;
  seq: number;
  centre_id: string;
  author: 'asker' | 'centre';
  /** `Said` with its place, age-encrypted to the centre's key and the asker's. */
  sealed: Buffer;
  intake_key_id: string;
  mark: Buffer | null;
  day: string;
  /** JSON of `LinkedGuide[]`: what an answer led to, in the version of that day. */
  guides: LinkedGuide[];
  answered_by: string | null;
}

/** Public halves of the centre's keys: anyone may seal to them. */
export interface IntakeKeyTable {
  id: string;
  centre_id: string;
  recipient: string;
  made_on: string;
  retired_on: string | null;
}

/** The private halves, in the vault's seal. */
export interface IntakeSecretTable {
  key_id: string;
  centre_id: string;
  vault_key: string;
  sealed: Buffer;
}

/** What outsiders did, in a chain without a key; the house's own chain takes it over afterwards. */
export interface IntakeLogTable {
  centre_id: string;
  seq: number;
  kind: 'asked' | 'asked_again' | 'deleted';
  question_id: string;
  day: string;
  prev_hash: Buffer;
  hash: Buffer;
  chained: Generated<boolean>;
}

export interface QuestionTables {
  question: QuestionTable;
  question_message: QuestionMessageTable;
  intake_key: IntakeKeyTable;
  intake_secret: IntakeSecretTable;
  intake_log: IntakeLogTable;
}
