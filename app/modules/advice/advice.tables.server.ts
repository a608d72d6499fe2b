import type { AdviceOutcome } from './advice.ts';

export interface AdviceGivenTable {
  id: string;
  centre_id: string;
  contact_id: string;
  client_id: string | null;
  page_id: string;
  language: string;
  text_version: number;
  page_version: number;
  known_version: number;
  given_on: string;
  given_by: string;
}

export interface AdviceFactTable {
  advice_id: string;
  fact_id: string;
  centre_id: string;
  fact_version: number;
  known_version: number;
}

export interface AdviceOutcomeTable {
  id: string;
  advice_id: string;
  centre_id: string;
  outcome: AdviceOutcome;
  way: string | null;
  settled_by: string;
  settled_on: string;
}

export interface AdviceTables {
  advice_given: AdviceGivenTable;
  advice_fact: AdviceFactTable;
  advice_outcome: AdviceOutcomeTable;
}
