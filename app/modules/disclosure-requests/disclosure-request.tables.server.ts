import type { Generated, Selectable } from 'kysely';
import type {
  Asker,
  AskingChannel,
  Basis,
  DisclosureRefusal,
  DisclosureState,
  Outcome,
  Telling,
} from './disclosure-request.ts';

export interface DisclosureRequestTable {
  /** Also the id of its key, where nobody on file is named. */
  id: string;
  centre_id: string;
  /** Null where nobody on file is named, and once the person is erased. */
  client_id: string | null;
  restricted: Generated<boolean>;
  asker: Asker;
  basis: Basis;
  channel: AskingChannel;
  received_on: string;
  due_on: string | null;
  recorded_by: string;
  recorded_at: Date;
  /** AskingWords */
  sealed_words: Buffer | null;
  state: Generated<DisclosureState>;
  proposal: Generated<Outcome | null>;
  refusal: Generated<DisclosureRefusal | null>;
  /** ProposalWords */
  sealed_proposal: Generated<Buffer | null>;
  proposed_by: Generated<string | null>;
  proposed_at: Generated<Date | null>;
  decided_by: Generated<string | null>;
  decided_on: Generated<string | null>;
  decided_alone: Generated<boolean>;
  /** NoteWords */
  sealed_note: Generated<Buffer | null>;
  telling: Generated<Telling | null>;
  told_on: Generated<string | null>;
  version: Generated<number>;
}
export type DisclosureRequestRow = Selectable<DisclosureRequestTable>;

export interface DisclosureRequestTables {
  disclosure_request: DisclosureRequestTable;
}
