export interface DraftTable {
  staff_id: string;
  centre_id: string;
  form: string;
  subject_id: string;
  key_id: string;
  sealed: Buffer;
  updated_at: Date;
}

export interface DraftTables {
  draft: DraftTable;
}
