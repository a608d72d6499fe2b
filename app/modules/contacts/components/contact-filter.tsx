import { Form } from 'react-router';
import { codeLists } from '#platform/code-lists/code-lists.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { contactWho } from '../contact.ts';
import type { ContactFilter as Filter } from '../contact-filter.ts';
import { codeOptions } from './code-options.ts';

interface ContactFilterProps {
  filter: Filter;
  /** May the reader see everybody's? */
  mayAll: boolean;
  choices: Record<'sites' | 'colleagues' | 'countries' | 'languages', Option[]>;
}

const more = ['channel', 'result', 'sex', 'ageBand', 'stage'] as const;
const listOf = { result: 'counsellingResult' } as const;

/** What the list shows. It stands in the address, so that it can be kept and sent. */
export function ContactFilter({ filter, mayAll, choices }: ContactFilterProps) {
  const t = useText('lists');
  const codes = useText('code-lists');
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
  const unknown = { value: 'unknown', label: t('values.unknown') };
  const countries = [unknown, ...choices.countries];
  const ticked = Object.keys(filter).some(
    (name) =>
      // An order shows in the head of its column.
      !['whose', 'from', 'to', 'topic', 'channelGroup', 'sort'].includes(name) &&
      filter[name as keyof Filter] !== undefined,
  );
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
      <TextField name="from" type="date" label={t('filter.from')} defaultValue={filter.from} />
      <TextField name="to" type="date" label={t('filter.to')} defaultValue={filter.to} />
      {select('topic', codeOptions(codes, 'topic', codeLists.topic.codes))}
      {select('channelGroup', codeOptions(codes, 'channelGroup', codeLists.channelGroup.codes))}
      <div className="filter-end">
        <details className="more-filters" open={ticked}>
          <summary>{t('filter.more')}</summary>
          <div className="filter">
            {select('who', spoken('who', contactWho))}
            {more.map((name) => {
              const list = name === 'result' ? listOf.result : name;
              return <div key={name}>{select(name, codeOptions(codes, list, codeLists[list].codes))}</div>;
            })}
            {select('language', choices.languages)}
            {select('nationality', countries)}
            <TextField
              name="district"
              label={t('filter.district')}
              defaultValue={filter.district}
              maxLength={80}
              dir="auto"
            />
            {select('corridorFrom', countries)}
            {select('corridorTo', countries)}
            {select('site', choices.sites)}
            {mayAll && select('counsellor', choices.colleagues)}
            {select('firstTime', spoken('firstTime', ['yes', 'no']))}
            <Select
              name="sort"
              label={t('filter.sort')}
              defaultValue={filter.sort}
              options={spoken('sort', ['recorded', 'first-recorded', 'newest', 'oldest'])}
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
