import { formatFactValue } from '#modules/guides/index.tsx';
import { countryName, listCountries } from '#platform/code-lists/countries.ts';
import type { Web } from '#platform/web/web-context.ts';
import type { Option } from '#ui/option.ts';
import type { FactRow } from './fact.tables.server.ts';

export interface FactOptions {
  countries: Option[];
  currencies: Option[];
}

/** Countries and currencies by name in the reader's language; names come from here, never from the browser. */
export function factOptions({ language, actor }: Web): FactOptions {
  const own = actor.kind === 'staff' ? actor.centre.country : '';
  const names = new Intl.DisplayNames([language, 'en'], { type: 'currency' });
  return {
    countries: listCountries(language, [own, 'SA', 'AE']).map(({ code, name }) => ({
      value: code,
      label: name,
    })),
    currencies: Intl.supportedValuesOf('currency').map((code) => ({
      value: code,
      label: `${code} · ${names.of(code) ?? code}`,
    })),
  };
}

/** The value of a row in words, and where it holds. */
export function factWords(
  row: Pick<FactRow, 'kind' | 'value' | 'value_to' | 'unit' | 'text'> & {
    country: string | null;
    corridor_from?: string | null;
    corridor_to?: string | null;
  },
  { language, t }: Pick<Web, 'language' | 't'>,
) {
  const value = formatFactValue(
    {
      kind: row.kind,
      value: row.value ?? undefined,
      valueTo: row.value_to ?? undefined,
      unit: row.unit ?? undefined,
      text: row.text ?? undefined,
    },
    language,
    t('guide-body'),
  );
  const name = (code: string | null | undefined) => (code ? countryName(code, language) : undefined);
  const corridor = [name(row.corridor_from), name(row.corridor_to)].filter(Boolean).join(' – ');
  return { value, where: [name(row.country), corridor].filter(Boolean).join(' · ') };
}
