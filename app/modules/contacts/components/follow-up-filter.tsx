import { Form } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { followUpPiles, followUpSorts, followUpWays } from '../contact.ts';
import type { FollowUpFilter as Filter } from '../follow-up-filter.ts';

interface FollowUpFilterProps {
  filter: Filter;
  /** May the reader see everybody's? */
  mayAll: boolean;
  colleagues: Option[];
}

/** Which follow-ups are listed. It stands in the address, so that it can be kept and sent. */
export function FollowUpFilter({ filter, mayAll, colleagues }: FollowUpFilterProps) {
  const t = useText('lists');
  const spoken = (name: string, values: readonly string[]): Option[] =>
    values.map((value) => ({ value, label: t(`values.${name}.${value}`) }));
  const select = (name: keyof Filter, options: Option[]) => (
    <Select
      name={name}
      label={t(`filter.${name}`)}
      blank={t('filter.any')}
      defaultValue={filter[name]}
      options={options}
    />
  );
  const open = Boolean(filter.from || filter.to || filter.counsellor);
  return (
    <Form method="get" className="filter">
      {mayAll && (
        <Select
          name="whose"
          label={t('filter.whose')}
          defaultValue={filter.whose}
          options={spoken('whose', ['mine', 'all'])}
        />
      )}
      {select('due', spoken('due', followUpPiles))}
      {select('way', spoken('way', followUpWays))}
      <div className="filter-end">
        <details className="more-filters" open={open}>
          <summary>{t('filter.more')}</summary>
          <div className="filter">
            <TextField name="from" type="date" label={t('filter.from')} defaultValue={filter.from} />
            <TextField name="to" type="date" label={t('filter.to')} defaultValue={filter.to} />
            {mayAll && select('counsellor', colleagues)}
            <Select
              name="sort"
              label={t('filter.sort')}
              defaultValue={filter.sort}
              options={spoken('sort', followUpSorts)}
            />
          </div>
        </details>
        <Button tone="secondary" icon="search">
          {t('common:action.show')}
        </Button>
      </div>
    </Form>
  );
}
