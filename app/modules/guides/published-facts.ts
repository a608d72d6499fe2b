import type { FactTables } from '#modules/facts/index.server.ts';
import type { Selectable } from 'kysely';
import type { PublishedFact } from './fact-view.ts';

type Row = Omit<
  Selectable<FactTables['fact']>,
  | 'centre_id'
  | 'valid_from'
  | 'valid_to'
  | 'checked_by'
  | 'origin'
  | 'substance_version'
  | 'changed_by'
  | 'created_at'
  | 'updated_at'
  | 'retired_at'
  | 'revision'
>;
type Sentence = Pick<
  Selectable<FactTables['fact_text']>,
  'fact_id' | 'language' | 'statement' | 'of_version' | 'status'
>;

/** Rows of facts with their sentences, as what readers see is made from. */
export function publishedFacts(rows: {
  facts: readonly Row[];
  sentences: readonly Sentence[];
}): PublishedFact[] {
  const sentences = Map.groupBy(rows.sentences, ({ fact_id }) => fact_id);
  return rows.facts.map((row) => ({
    id: row.id,
    code: row.code,
    kind: row.kind,
    statement: row.statement,
    sentences: new Map(
      (sentences.get(row.id) ?? []).map(({ language, statement, of_version, status }) => [
        language,
        { statement, ofVersion: of_version, isChecked: status === 'checked' },
      ]),
    ),
    value: row.value ?? undefined,
    valueTo: row.value_to ?? undefined,
    unit: row.unit ?? undefined,
    text: row.text ?? undefined,
    corridorFrom: row.corridor_from ?? undefined,
    corridorTo: row.corridor_to ?? undefined,
    country: row.country ?? undefined,
    sector: row.sector ?? undefined,
    sex: row.sex ?? undefined,
    costItem: row.cost_item ?? undefined,
    payer: row.payer ?? undefined,
    route: row.route ?? undefined,
    source: {
      title: row.source_title ?? '',
      url: row.source_url ?? undefined,
      date: row.source_date ?? '',
      retrievedOn: row.retrieved_on ?? undefined,
    },
    confidence: row.confidence,
    checkedOn: row.checked_on ?? undefined,
    reviewDue: row.review_due ?? undefined,
    version: row.version,
  }));
}
