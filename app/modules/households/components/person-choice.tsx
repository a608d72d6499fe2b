import { Form } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { HouseholdPage } from './household-page.ts';

/** Looks somebody up first; whom it finds is chosen in the form below. Works without script. */
export function PersonChoice({ page }: { page: HouseholdPage }) {
  const t = useText('households');
  if (!page.may.find) return null;
  return (
    <Form className="household-find" role="search">
      <TextField
        name="q"
        type="search"
        label={t('add')}
        hint={t('add-hint')}
        defaultValue={page.text}
        dir="auto"
      />
      <Button tone="secondary" icon="search">
        {t('find')}
      </Button>
      {page.text !== '' && page.found.length === 0 && <p role="status">{t('nobody')}</p>}
    </Form>
  );
}
