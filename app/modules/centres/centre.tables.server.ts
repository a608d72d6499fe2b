import type { Generated, JSONColumnType } from 'kysely';

export interface OpeningHours {
  /** 0 Sunday … 6 Saturday. */
  day: number;
  /** `HH:MM` in the centre's own time. */
  from: string;
  to: string;
}

/** A text in several languages, by BCP 47 tag. */
export type LocalText = Record<string, string>;

export interface CentreTable {
  id: string;
  name: JSONColumnType<LocalText>;
  kind: string;
  context: string;
  status: Generated<string>;
  country: string;
  time_zone: string;
  default_language: string;
  languages: string[];
  client_languages: string[];
  calendar: string;
  phone: string | null;
  email: string | null;
  address: JSONColumnType<LocalText>;
  services: string[];
  settings: JSONColumnType<Record<string, unknown>>;
  file_prefix: string;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
}

export interface SiteTable {
  id: string;
  centre_id: string;
  name: JSONColumnType<LocalText>;
  type: string;
  address: JSONColumnType<LocalText>;
  address_hidden: boolean;
  phone: string | null;
  hours: JSONColumnType<OpeningHours[]>;
  languages: string[];
  accessible: boolean | null;
  active: Generated<boolean>;
  version: Generated<number>;
  created_at: Date;
  updated_at: Date;
}

export interface CentreSwitchTable {
  centre_id: string;
  list: string;
  code: string;
  enabled: boolean;
  required: Generated<boolean>;
}

export interface CentreTables {
  centre: CentreTable;
  site: SiteTable;
  centre_switch: CentreSwitchTable;
}
