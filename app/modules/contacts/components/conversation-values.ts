/** What a conversation's fields start with: the defaults of a new one, or the contact that is being corrected. */
export interface ConversationValues {
  topics?: string[];
  result?: string;
  channel: string;
  direction?: string;
  minutes: number;
  language: string;
  interpreter?: boolean;
  asker?: string;
  corridorFrom?: string;
  corridorTo?: string;
  stayOptionExplained?: boolean;
  riskInfoGiven?: boolean;
  optionsExplained?: string[];
  documentsGiven?: string[];
  thirdPartyPresent?: boolean;
  privateSpace?: boolean;
  urgent?: boolean;
  likelihoodBefore?: number;
  likelihoodAfter?: number;
  knowledgeBefore?: number;
  knowledgeAfter?: number;
  intentionAfter?: string;
  knowsWhomToContact?: boolean;
  satisfaction?: number;
  note?: string;
  /** `YYYY-MM-DD`; a new contact is today's. */
  occurredOn?: string;
}
