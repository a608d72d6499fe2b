import { Form } from 'react-router';
import { codeLists } from '#platform/code-lists/code-lists.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ClientFilter } from '../client-filter.ts';
import { clientSorts } from '../client-sorts.ts';
import { codeOptions } from './options.ts';

interface PeopleFilterProps {
  filter: ClientFilter;
  choices: Record<'sites' | 'colleagues' | 'countries' | 'languages', Option[]>;
}

/** Who is listed. It stands in the address, so that it can be kept and sent. */
export function PeopleFilter({ filter, choices }: PeopleFilterProps) {
  const t = useText('lists');
  const codes = useText('code-lists');
  const select = (name: keyof ClientFilter, options: Option[]) => (
    <Select
      name={name}
      label={t(`filter.${name}`)}
      blank={t('filter.any')}
      defaultValue={filter[name]}
      options={options}
    />
  );
  const rare = [
    'from',
    'to',
    'ageBand',
    'nationality',
    'district',
    'language',
    'site',
    'counsellor',
  ] as const;
  return (
    <Form method="get" className="filter">
      <Select
        name="show"
        label={t('filter.show')}
        defaultValue={filter.show}
        options={(['recent', 'served', 'mine'] as const).map((value) => ({
          value,
          label: t(`values.show.${value}`),
        }))}
      />
      {select('stage', codeOptions(codes, 'stage', codeLists.stage.codes))}
      {select('sex', codeOptions(codes, 'sex', codeLists.sex.codes))}
      <div className="filter-end">
        <details className="more-filters" open={rare.some((name) => filter[name] !== undefined)}>
          <summary>{t('filter.more')}</summary>
          <div className="filter">
            <TextField
              name="from"
              type="date"
              label={t('filter.registered-from')}
              defaultValue={filter.from}
            />
            <TextField name="to" type="date" label={t('filter.registered-to')} defaultValue={filter.to} />
            {select('ageBand', codeOptions(codes, 'ageBand', codeLists.ageBand.codes))}
            {select('nationality', choices.countries)}
            <TextField
              name="district"
              label={t('filter.district')}
              defaultValue={filter.district}
              maxLength={80}
              dir="auto"
            />
            {select('language', choices.languages)}
            {select('site', choices.sites)}
            {select('counsellor', choices.colleagues)}
            <Select
              name="sort"
              label={t('filter.sort')}
              blank={t('sort.usual')}
              defaultValue={filter.sort}
              options={clientSorts.map((value) => ({ value, label: t(`values.sort.${value}`) }))}
            />
          </div>
        </details>
        <Button tone="secondary">{t('common:action.show')}</Button>
      </div>
    </Form>
  );
}
