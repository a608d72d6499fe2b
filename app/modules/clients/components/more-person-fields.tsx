import { codeLists } from '#platform/code-lists/code-lists.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { OfferedPerson } from '../queries/prepare-client.query.server.ts';
import { Folded } from './folded.tsx';
import { useFormRows } from './form-rows.ts';
import type { FormChoices } from '../form-choices.ts';
import { codeOptions } from './options.ts';

const lists = [
  ['literacy', 'literacy', 'literacy'],
  ['education', 'education', 'education'],
  ['employment', 'employment', 'employment'],
  ['sector', 'sector', 'sector'],
  ['marital', 'marital', 'marital'],
  ['gender', 'gender', 'gender'],
] as const;

/** What is asked only where a service depends on it. Folded, so that nobody fills it in for the sake of the form. */
export function MorePersonFields({ offered }: { offered: OfferedPerson }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const has = (field: string) => offered.fields.includes(field);
  return (
    <Folded
      title={t('form.more')}
      hint={t('form.more-hint')}
      names={
        /^(originPlace|currentPlace|address|categories|literacy|education|employment|sector|marital|gender|dependants|staffSexPreference|note)/
      }
    >
      <div className="row-fields">
        {lists
          .filter(([field]) => has(field))
          .map(([field, list, name]) => (
            <Select
              key={field}
              name={name}
              label={t(`label.${name}`)}
              blank={t('common:answer.choose')}
              options={codeOptions(codes, list, offered.codes[list])}
              optional={!offered.required.includes(field)}
            />
          ))}
        {has('dependants') && (
          <TextField
            name="dependants"
            label={t('label.dependants')}
            inputMode="numeric"
            width="day"
            optional={!offered.required.includes('dependants')}
          />
        )}
        {has('origin') && (
          <TextField
            name="originPlace"
            label={t('label.originPlace')}
            maxLength={120}
            autoComplete="off"
            optional
          />
        )}
        {has('residence') && (
          <TextField
            name="currentPlace"
            label={t('label.currentPlace')}
            maxLength={200}
            autoComplete="off"
            optional
          />
        )}
        {has('staff_sex_preference') && (
          <Select
            name="staffSexPreference"
            label={t('label.staffSexPreference')}
            blank={t('common:answer.choose')}
            options={(['female', 'male', 'no_preference'] as const).map((value) => ({
              value,
              label: t(`staff-sex.${value}`),
            }))}
            optional
          />
        )}
      </div>
      {has('address') && (
        <TextArea name="address" label={t('label.address')} rows={2} maxLength={500} optional />
      )}
      {has('categories') && (
        <CheckboxGroup
          name="categories"
          legend={t('label.categories')}
          options={codeOptions(codes, 'clientCategory', offered.codes.clientCategory)}
          layout="columns"
          optional
        />
      )}
      {has('note') && (
        <TextArea
          name="note"
          label={t('label.note')}
          hint={t('form.note-hint')}
          rows={3}
          maxLength={4000}
          optional
        />
      )}
    </Folded>
  );
}

/** Status, papers and disability: sealed, never required, and only with the person's yes to the record. */
export function DelicateFields({ offered, choices }: { offered: OfferedPerson; choices: FormChoices }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const has = (field: string) => offered.fields.includes(field);
  if (!['legal_status', 'id_documents', 'disability', 'emergency_contact'].some(has)) return null;
  return (
    <Folded
      title={t('form.delicate')}
      hint={t('form.delicate-hint')}
      names={/^(legalStatus|disability|emergencyContact)|^idDocuments.*(number|issuer|expires)$/}
    >
      {has('emergency_contact') && <EmergencyFields />}
      {has('legal_status') && (
        <Select
          name="legalStatus"
          label={t('label.legalStatus')}
          hint={t('form.legal-status-hint')}
          blank={t('form.not-asked')}
          options={codeOptions(codes, 'legalStatus', offered.codes.legalStatus)}
          optional
        />
      )}
      {has('id_documents') && <PaperFields offered={offered} choices={choices} />}
      {has('disability') && (
        <Fieldset legend={t('label.disability')} hint={t('form.disability-hint')} optional>
          <div className="row-fields">
            {codeLists.disability.codes.map((question) => (
              <Select
                key={question}
                name={`disability.${question}`}
                label={codes(`disability.${question}`)}
                blank={t('form.not-asked')}
                options={codeOptions(codes, 'disabilityLevel', codeLists.disabilityLevel.codes)}
              />
            ))}
          </div>
        </Fieldset>
      )}
    </Folded>
  );
}

function EmergencyFields() {
  const t = useText('clients');
  return (
    <Fieldset legend={t('label.emergencyContact')} optional>
      <div className="row-fields">
        <TextField
          name="emergencyContact.name"
          label={t('common:term.name')}
          maxLength={120}
          autoComplete="off"
        />
        <TextField
          name="emergencyContact.relation"
          label={t('form.relation')}
          maxLength={80}
          autoComplete="off"
        />
        <TextField
          name="emergencyContact.phone"
          label={t('common:term.phone')}
          type="tel"
          maxLength={40}
          autoComplete="off"
        />
      </div>
      <Checkbox name="emergencyContact.mayContact" label={t('form.may-contact')} />
    </Fieldset>
  );
}

function PaperFields({ offered, choices }: { offered: OfferedPerson; choices: FormChoices }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { count } = useFormRows('idDocuments', 1, 6);
  return (
    <Fieldset legend={t('label.idDocuments')} optional>
      {Array.from({ length: count }, (_, index) => (
        <div className="row-fields" key={index}>
          <Select
            name={`idDocuments[${index}].type`}
            label={t('form.paper-type')}
            options={codeOptions(codes, 'idType', offered.codes.idType)}
          />
          <TextField
            name={`idDocuments[${index}].number`}
            label={t('form.paper-number')}
            maxLength={60}
            autoComplete="off"
            dir="ltr"
          />
          <Select
            name={`idDocuments[${index}].issuer`}
            label={t('form.paper-issuer')}
            blank={t('common:answer.choose')}
            options={choices.countries}
          />
          <TextField
            name={`idDocuments[${index}].expires`}
            label={t('form.paper-expires')}
            type="date"
            dir="ltr"
          />
        </div>
      ))}
    </Fieldset>
  );
}
