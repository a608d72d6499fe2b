export interface SavedViewTable {
  id: string;
  centre_id: string;
  list: string;
  owner_id: string;
  shared: boolean;
  /** KeptView, sealed for the house. */
  sealed: Buffer;
  created_at: Date;
}

export interface ListChoiceTable {
  centre_id: string;
  staff_id: string;
  list: string;
  columns: string[];
  first_view_id: string | null;
}

export interface ListExportTable {
  id: string;
  centre_id: string;
  staff_id: string;
  list: string;
  /** ExportTerms, sealed for the house. */
  sealed: Buffer;
  started_at: Date;
}

export interface ListTables {
  saved_view: SavedViewTable;
  list_choice: ListChoiceTable;
  list_export: ListExportTable;
}
