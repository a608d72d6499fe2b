import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { GuideType, RiskClass, Section } from './guide.ts';

export type GuideState = 'draft' | 'legal_check' | 'ready' | 'published';

/** Of a page that is still to be written: what it must answer, and what has to be found out for it. */
export interface GuideOutline {
  questions: string[];
  factsToFind: { what: string; kind?: string; whereToLook?: string }[];
}

/** Columns that say what a page is about; they change with the working copy. */
export const aboutNames = [
  'type',
  'section',
  'corridor_from',
  'corridor_to',
  'country',
  'purpose',
  'sector',
  'stages',
  'topics',
  'risk_class',
  'pictogram',
  'place',
  'starts_on',
  'ends_on',
] as const;

export interface GuidePageTable {
  id: string;
  centre_id: string;
  slug: string;
  type: GuideType;
  section: Section;
  corridor_from: string | null;
  corridor_to: string | null;
  country: string | null;
  purpose: string | null;
  sector: string | null;
  stages: string[];
  topics: string[];
  risk_class: Generated<RiskClass>;
  pictogram: string | null;
  place: Generated<number>;
  source_language: string;
  origin: Generated<'own' | 'starter' | 'outline'>;
  outline: JSONColumnType<GuideOutline> | null;
  state: Generated<GuideState>;
  neutrality: Generated<string[]>;
  /** Who wrote last; null for what came with the program. */
  edited_by: string | null;
  /** Everybody who wrote in the working copy since it was last published. */
  hands: Generated<string[]>;
  submitted_by: string | null;
  approved_by: string | null;
  approved_at: Date | null;
  return_note: string | null;
  /** The columns of `aboutNames` as readers have them. */
  published_about: JSONColumnType<{ risk_class?: RiskClass }> | null;
  published_version: number | null;
  published_at: Date | null;
  published_by: string | null;
  substance_version: number | null;
  verified_on: string | null;
  review_due: string | null;
  starts_on: string | null;
  ends_on: string | null;
  archived_at: Date | null;
  archived_by: string | null;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  revision: number;
}
export type GuidePageRow = Selectable<GuidePageTable>;

export interface GuideTextTable {
  page_id: string;
  language: string;
  centre_id: string;
  title: string;
  summary: string;
  body: string;
  basis: Generated<string[]>;
  status: 'draft' | 'checked';
  edited_by: string | null;
  checked_by: string | null;
  version: Generated<number>;
  updated_at: Date;
}
export type GuideTextRow = Selectable<GuideTextTable>;

export interface GuideVersionTable {
  page_id: string;
  version: number;
  language: string;
  centre_id: string;
  title: string;
  summary: string;
  body: string;
  basis: Generated<string[]>;
  is_checked: boolean;
  substance: boolean;
  change_note: string | null;
  published_by: string | null;
  published_at: Date;
  revision: number;
}

export interface GuideQuoteTable {
  page_id: string;
  kind: 'fact' | 'page' | 'web';
  target: string;
  working: boolean;
  centre_id: string;
}

export interface GuideAudioTable {
  page_id: string;
  language: string;
  centre_id: string;
  file_id: string;
  key_id: string;
  media_type: string;
  seconds: number | null;
  added_by: string;
  added_at: Date;
}

export interface ContentTaskTable {
  id: string;
  centre_id: string;
  kind: 'question' | 'second_look' | 'write' | 'translate' | 'link';
  page_id: string | null;
  fact_id: string | null;
  question_id: string | null;
  topic: string | null;
  language: string | null;
  note: string | null;
  due_on: string | null;
  opened_by: string | null;
  opened_at: Date;
  closed_by: string | null;
  closed_at: Date | null;
}

export interface GuideTables {
  guide_page: GuidePageTable;
  guide_text: GuideTextTable;
  guide_version: GuideVersionTable;
  guide_quote: GuideQuoteTable;
  guide_audio: GuideAudioTable;
  content_task: ContentTaskTable;
}
