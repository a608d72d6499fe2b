import type { CalendarName } from '#platform/language/interface-languages.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup, RadioGroup } from '#ui/choice-group.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { explainableOptions, givenDocuments } from '../contact.ts';
import { dayParts } from '../contact-form.ts';
import { codeOptions } from './code-options.ts';
import type { ConversationFieldsProps } from './conversation-fields.tsx';

/** What only some contacts need, folded: another day, who spoke, what was explained and given, the person's own judgement. */
export function MoreFields({ values, offered, calendars, who }: ConversationFieldsProps) {
  const t = useText('contacts');
  const codes = useText('code-lists');
  const has = (field: (typeof offered.fields)[number]) => offered.fields.includes(field);
  const yesNo = [
    { value: 'yes', label: t('common:answer.yes') },
    { value: 'no', label: t('common:answer.no') },
  ];
  const calendar = (calendars[0] ?? 'gregory') as CalendarName;
  return (
    <div className="folds">
      <details className="fold" open={values.occurredOn !== undefined}>
        <summary>{t('form.more-when')}</summary>
        <div className="fold-body">
          <DateField
            name="occurredOn"
            legend={t('form.occurred-on')}
            hint={t('form.occurred-on-hint')}
            words={{
              day: t('common:date.day'),
              month: t('common:date.month'),
              year: t('common:date.year'),
              calendar: t('common:date.calendar'),
            }}
            calendars={calendars.map((name) => ({
              value: name,
              label: t(`common:date.calendarName.${name}`),
            }))}
            defaultValue={values.occurredOn ? dayParts(values.occurredOn, calendar) : {}}
            optional
          />
          <TextField name="startedAt" label={t('form.started-at')} type="time" width="short" optional />
        </div>
      </details>
      <details className="fold">
        <summary>{t('form.more-who')}</summary>
        <div className="fold-body">
          {who !== 'head_count' && (
            <RadioGroup
              name="asker"
              legend={t('form.asker')}
              options={codeOptions(codes, 'callerRole', offered.callerRole)}
              defaultValue={values.asker ?? 'self'}
            />
          )}
          {has('third_party_present') && (
            <Checkbox
              name="thirdPartyPresent"
              label={t('form.third-party')}
              defaultChecked={values.thirdPartyPresent}
            />
          )}
          {has('private_space') && (
            <RadioGroup
              name="privateSpace"
              legend={t('form.private-space')}
              options={yesNo}
              defaultValue={answer(values.privateSpace)}
              optional
            />
          )}
          <Checkbox name="urgent" label={t('form.urgent')} defaultChecked={values.urgent} />
        </div>
      </details>
      <details className="fold">
        <summary>{t('form.more-given')}</summary>
        <div className="fold-body">
          {has('options_explained') && (
            <CheckboxGroup
              name="optionsExplained"
              legend={t('form.options-explained')}
              layout="columns"
              options={codeOptions(codes, 'topic', explainableOptions)}
              defaultValue={values.optionsExplained}
              optional
            />
          )}
          {has('documents_given') && (
            <CheckboxGroup
              name="documentsGiven"
              legend={t('form.documents-given')}
              layout="columns"
              options={givenDocuments.map((code) => ({ value: code, label: t(`documents.${code}`) }))}
              defaultValue={values.documentsGiven}
              optional
            />
          )}
        </div>
      </details>
      <details className="fold">
        <summary>{t('form.more-judgement')}</summary>
        <div className="fold-body">
          <p className="field-hint">{t('form.judgement-hint')}</p>
          {has('likelihood') && <Scale name="likelihood" values={values} />}
          {has('knowledge') && <Scale name="knowledge" values={values} />}
          {has('intention') && (
            <Select
              name="intentionAfter"
              label={t('form.intention')}
              blank={t('form.not-asked')}
              options={codeOptions(codes, 'decisionAfter', offered.decisionAfter)}
              defaultValue={values.intentionAfter}
              optional
            />
          )}
          {has('knows_whom_to_contact') && (
            <RadioGroup
              name="knowsWhomToContact"
              legend={t('form.knows-contact')}
              options={yesNo}
              defaultValue={answer(values.knowsWhomToContact)}
              optional
            />
          )}
          {has('satisfaction') && (
            <RadioGroup
              name="satisfaction"
              legend={t('form.satisfaction')}
              options={['1', '2', '3', '4', '5'].map((value) => ({
                value,
                label: t(`satisfaction.${value}`),
              }))}
              defaultValue={values.satisfaction?.toString()}
              optional
            />
          )}
        </div>
      </details>
    </div>
  );
}

/** The same question before and after the talk, from 0 to 10. */
function Scale({
  name,
  values,
}: {
  name: 'likelihood' | 'knowledge';
  values: ConversationFieldsProps['values'];
}) {
  const t = useText('contacts');
  return (
    <div className="field-row">
      {(['Before', 'After'] as const).map((moment) => (
        <TextField
          key={moment}
          name={`${name}${moment}`}
          label={t(`form.${name}-${moment.toLowerCase()}`)}
          hint={t('form.scale')}
          inputMode="numeric"
          width="short"
          defaultValue={values[`${name}${moment}`]}
          optional
        />
      ))}
    </div>
  );
}

const answer = (value: boolean | undefined) => (value === undefined ? undefined : value ? 'yes' : 'no');
