import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { Confidence, CostItem, FactKind, Payer } from './fact.ts';

export interface FactTable {
  id: string;
  centre_id: string;
  code: string;
  kind: FactKind;
  statement: string;
  /** Decimal strings. */
  value: string | null;
  value_to: string | null;
  unit: string | null;
  text: string | null;
  corridor_from: string | null;
  corridor_to: string | null;
  country: string | null;
  sector: string | null;
  sex: string | null;
  cost_item: CostItem | null;
  payer: Payer | null;
  route: string | null;
  valid_from: string | null;
  valid_to: string | null;
  source_title: string | null;
  source_url: string | null;
  source_date: string | null;
  retrieved_on: string | null;
  confidence: Confidence;
  checked_on: string | null;
  checked_by: string | null;
  review_due: string | null;
  origin: Generated<'own' | 'starter'>;
  version: Generated<number>;
  substance_version: Generated<number>;
  changed_by: string | null;
  created_at: Date;
  updated_at: Date;
  retired_at: Date | null;
  revision: number;
}
export type FactRow = Selectable<FactTable>;

export interface FactVersionTable {
  fact_id: string;
  version: number;
  centre_id: string;
  snapshot: JSONColumnType<FactSnapshot>;
  reason: string;
  substance: boolean;
  changed_by: string | null;
  changed_at: Date;
}
/** What a fact said before a change: the columns that a person can change, by their names. */
export type FactSnapshot = Record<string, string | null>;

export interface FactTextTable {
  fact_id: string;
  language: string;
  centre_id: string;
  statement: string;
  of_version: number;
  status: 'draft' | 'checked';
  edited_by: string | null;
  checked_by: string | null;
  updated_at: Date;
}

export interface FactConflictTable {
  fact_id: string;
  other_id: string;
  centre_id: string;
  note: string;
  note_texts: JSONColumnType<Record<string, string>>;
  noted_by: string | null;
  noted_at: Date;
}

export interface ContentRevisionTable {
  centre_id: string;
  revision: number;
  changed_at: Date;
}

export interface FactTables {
  fact: FactTable;
  fact_version: FactVersionTable;
  fact_text: FactTextTable;
  fact_conflict: FactConflictTable;
  content_revision: ContentRevisionTable;
}
