import type { KeyboardEvent } from 'react';
import { useText } from '#platform/web/page-texts.ts';
import { PageForm } from '#platform/web/page-form.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { TextField } from '#ui/text-field.tsx';

interface AddArrivalProps {
  siteId: string;
  formKey: string;
  form: { reasons: readonly string[]; fields: readonly string[]; required: readonly string[] };
  languages: readonly Option[];
  clientId?: string;
  submitted?: unknown;
  /** Changes with every ticket given: the form is empty again and the first question has the focus. */
  startAgain: string;
}

/** Enter sends from a closed list too, where browsers would open it: the quickest ticket is one key. */
function sendFromList(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** Somebody comes in: one line, begun by letters and ended by Enter. Nobody is asked for a name. */
export function AddArrival(props: AddArrivalProps) {
  const { siteId, formKey, form, languages, clientId, submitted, startAgain } = props;
  const t = useText('front-desk');
  const codes = useText('code-lists');
  const asks = (field: string) => form.fields.includes(field);
  const optional = (field: string) => !form.required.includes(field);
  return (
    <section className="card" data-tone="sand" id="add" aria-labelledby="add-title">
      <h2 className="card-title" id="add-title">
        {t('add.title')}
      </h2>
      <PageForm
        key={startAgain}
        className="desk-add"
        formKey={formKey}
        submitted={submitted}
        action={`/staff/desk?do=register&site=${siteId}`}
        onKeyDown={sendFromList}
      >
        <input type="hidden" name="siteId" value={siteId} />
        {clientId && <input type="hidden" name="clientId" value={clientId} />}
        <Select
          name="visitReason"
          label={t('add.reason')}
          // The next person stands at the desk
          autoFocus={!submitted}
          options={form.reasons.map((code) => ({ value: code, label: codes(`serviceGroup.${code}`) }))}
        />
        {asks('language') && (
          <Select
            name="language"
            label={t('add.language')}
            blank={t('add.anyLanguage')}
            options={languages}
            optional={optional('language')}
          />
        )}
        {asks('party_size') && (
          <TextField
            name="partySize"
            label={t('add.partySize')}
            type="number"
            min={1}
            max={50}
            defaultValue={1}
            dir="ltr"
          />
        )}
        {asks('note') && (
          <TextField
            name="note"
            label={t('add.note')}
            placeholder={t('add.noteExample')}
            maxLength={80}
            autoComplete="off"
            optional={optional('note')}
          />
        )}
        <div className="desk-add-end">
          <Checkbox name="urgent" label={t('add.urgent')} />
          {asks('note') && <p className="field-hint">{t('add.noteHint')}</p>}
          <SubmitButton icon="add">{t('add.submit')}</SubmitButton>
        </div>
        {clientId && <p className="field-hint">{t('add.forFile')}</p>}
      </PageForm>
    </section>
  );
}
