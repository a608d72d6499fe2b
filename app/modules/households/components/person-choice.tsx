import { useContext, useMemo } from 'react';
import { Form } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { FormStateContext } from '#ui/form-state.ts';
import { TextField } from '#ui/text-field.tsx';
import type { HouseholdPage } from './household-page.ts';

interface PersonChoiceProps {
  page: HouseholdPage;
  /** For what somebody is looked up; the page may ask in several places. */
  within: string;
}

/** Looks somebody up first; whom it finds is chosen in the form below. Works without script. */
export function PersonChoice({ page, within }: PersonChoiceProps) {
  const t = useText('households');
  const outer = useContext(FormStateContext);
  const state = useMemo(() => ({ ...outer, within: `find-${within}` }), [outer, within]);
  if (!page.may.find) return null;
  return (
    <FormStateContext value={state}>
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
    </FormStateContext>
  );
}
