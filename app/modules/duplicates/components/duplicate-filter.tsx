import { Form } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { filterReasons } from '../duplicate-strength.ts';

/** Narrows the list by how sure the look is and by a reason; the choice stands in the address. */
export function DuplicateFilter({ filter }: { filter: { strength?: string; reason?: string } }) {
  const t = useText('duplicates');
  return (
    <Form className="filter-row">
      <Select
        name="strength"
        label={t('list.strength')}
        blank={t('least.possible')}
        defaultValue={filter.strength}
        options={(['strong', 'likely'] as const).map((value) => ({ value, label: t(`least.${value}`) }))}
      />
      <Select
        name="reason"
        label={t('list.reason')}
        blank={t('common:answer.all')}
        defaultValue={filter.reason}
        options={filterReasons.map((value) => ({ value, label: t(`clients:reason.${value}`) }))}
      />
      <Button tone="secondary">{t('common:action.show')}</Button>
    </Form>
  );
}
