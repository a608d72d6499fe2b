import type { Place } from '#platform/vault/seal.server.ts';

export interface KeptView {
  name: string;
  filter: Record<string, string>;
}

/** What a file is made of, as it was asked for. */
export interface ExportTerms {
  format: 'xlsx' | 'csv';
  columns: string[];
  filter: Record<string, string>;
  reason: string;
}

export const viewPlace = (id: string): Place => ({ table: 'saved_view', column: 'sealed', row: id });
export const exportPlace = (id: string): Place => ({ table: 'list_export', column: 'sealed', row: id });
