import type { FactRow } from './fact.tables.server.ts';

/** A row as the fields of its form; what is not said is left out. */
export function factValues(row: FactRow): Record<string, string> {
  const fields: Record<string, string | null> = {
    kind: row.kind,
    statement: row.statement,
    value: row.value,
    valueTo: row.value_to,
    unit: row.unit,
    text: row.text,
    corridorFrom: row.corridor_from,
    corridorTo: row.corridor_to,
    country: row.country,
    sector: row.sector,
    sex: row.sex,
    costItem: row.cost_item,
    payer: row.payer,
    route: row.route,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    sourceTitle: row.source_title,
    sourceUrl: row.source_url,
    sourceDate: row.source_date,
    retrievedOn: row.retrieved_on,
    confidence: row.confidence,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}
