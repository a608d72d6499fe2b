import type { AskState } from './network.ts';

export interface NetworkAskTable {
  id: string;
  centre_id: string;
  asked_by: string;
  asked_at: Date;
  agreed_on: string;
  state: AskState;
  inquired_at: Date | null;
  answered_at: Date | null;
  known_centre: string | null;
}

/** Whom an ask was about; only the centre that keeps the file sees its own. */
export interface NetworkMatchTable {
  ask_id: string;
  client_id: string;
  centre_id: string;
}

export interface NetworkInquiryTable {
  ask_id: string;
  centre_id: string;
  asking_centre: string;
  agreed_on: string;
  asked_at: Date;
  key_id: string;
  /** InquiryWords, under a key that expires. */
  sealed: Buffer;
  answer: 'known' | 'cannot_say' | null;
  answered_by: string | null;
  answered_at: Date | null;
}

export interface NetworkTables {
  network_ask: NetworkAskTable;
  network_match: NetworkMatchTable;
  network_inquiry: NetworkInquiryTable;
}
