import { Form } from 'react-router';
import { codeLists } from '#platform/code-lists/code-lists.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { codeOptions } from './code-options.ts';

interface ContactFilterProps {
  filter: { whose: 'mine' | 'all'; from?: string; to?: string; topic?: string; channelGroup?: string };
  /** May the reader see everybody's? */
  mayAll: boolean;
}

/** What the list shows. It stands in the address, so that it can be kept and sent. */
export function ContactFilter({ filter, mayAll }: ContactFilterProps) {
  const t = useText('contacts');
  const codes = useText('code-lists');
  return (
    <Form method="get" className="filter">
      {mayAll && (
        <Select
          name="whose"
          label={t('filter.whose')}
          defaultValue={filter.whose}
          options={[
            { value: 'mine', label: t('filter.mine') },
            { value: 'all', label: t('filter.all') },
          ]}
        />
      )}
      <TextField name="from" type="date" label={t('filter.from')} defaultValue={filter.from} />
      <TextField name="to" type="date" label={t('filter.to')} defaultValue={filter.to} />
      <Select
        name="topic"
        label={t('form.topics')}
        blank={t('filter.any')}
        defaultValue={filter.topic}
        options={codeOptions(codes, 'topic', codeLists.topic.codes)}
      />
      <Select
        name="channelGroup"
        label={t('form.channel')}
        blank={t('filter.any')}
        defaultValue={filter.channelGroup}
        options={codeOptions(codes, 'channelGroup', codeLists.channelGroup.codes)}
      />
      <Button tone="secondary" icon="search">
        {t('common:action.show')}
      </Button>
    </Form>
  );
}
