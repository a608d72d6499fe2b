import { languageName } from '#platform/code-lists/client-languages.ts';
import { countryName, isCountry } from '#platform/code-lists/countries.ts';
import type { Translate } from '#platform/language/translators.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { differences, type FormValues } from '../form-values.ts';

/** Code lists by the field that holds their values. */
const listOf: Record<string, string> = {
  sex: 'sex',
  stage: 'stage',
  purpose: 'purpose',
  categories: 'clientCategory',
  literacy: 'literacy',
  education: 'education',
  employment: 'employment',
  sector: 'sector',
  heardVia: 'referredBy',
  legalStatus: 'legalStatus',
  gender: 'gender',
  marital: 'marital',
  'phones.owner': 'phoneOwner',
  disability: 'disabilityLevel',
};

/** Two people changed the same file: what stands in it now beside what was typed. Nothing was overwritten. */
export function FileConflict({ file, typed }: { file: FormValues; typed: FormValues }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const rows = differences(file, typed);
  return (
    <section className="conflict" aria-label={t('conflict.title')}>
      <DataTable
        caption={t('conflict.caption')}
        rowId={(row) => row.name}
        rows={rows}
        columns={[
          { id: 'field', label: t('conflict.field'), cell: (row) => fieldLabel(t, row.name) },
          {
            id: 'file',
            label: t('conflict.file'),
            cell: (row) => <Bdi>{shown(row.name, row.before, codes, language) || '–'}</Bdi>,
          },
          {
            id: 'typed',
            label: t('conflict.typed'),
            cell: (row) => <Bdi>{shown(row.name, row.after, codes, language) || '–'}</Bdi>,
          },
        ]}
        empty={<p>{t('conflict.same')}</p>}
      />
    </section>
  );
}

/** `phones[1].safeWords` is a field of the second phone. */
function fieldLabel(t: Translate, name: string): string {
  const [head = '', ...rest] = name.split(/[.[\]]+/).filter(Boolean);
  const part = rest.filter((each) => !/^\d+$/.test(each)).at(-1);
  const row = rest.find((each) => /^\d+$/.test(each));
  return [
    t(`label.${head}`),
    row !== undefined && Number(row) > 0 ? String(Number(row) + 1) : '',
    part ? t(`part.${part}`) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function shown(name: string, value: string, codes: Translate, language: string): string {
  const field = name.replace(/\[\d+\]/g, '');
  const list = listOf[field] ?? listOf[field.split('.')[0] ?? ''];
  if (list && value !== '')
    return value
      .split(', ')
      .map((code) => codes(`${list}.${code}`))
      .join(', ');
  if (/^(originCountry|destinations|nationalities)/.test(field) && isCountry(value))
    return countryName(value, language);
  if (field === 'languages' && value !== '') return languageName(value, language);
  return value;
}
