/** A guide that was kept with a contact. What it says is sealed; the rules and the day stand in clear. */
export interface DecisionResultTable {
  id: string;
  centre_id: string;
  contact_id: string;
  client_id: string | null;
  restricted: boolean;
  ruleset_version: string;
  day: string;
  /** KeptDecision, under the key of the contact's note: the client's or, without a client, the contact's own. */
  sealed: Buffer;
  kept_by: string;
  kept_at: Date;
}

export interface DecisionTables {
  decision_result: DecisionResultTable;
}
