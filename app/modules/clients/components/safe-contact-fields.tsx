import { codeLists } from '#platform/code-lists/code-lists.ts';
import { formatWeekday } from '#platform/language/format-date.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { Folded } from './folded.tsx';
import { useFormRows } from './form-rows.ts';
import { codeOptions } from './options.ts';

/** How to reach the person without harm: whose phone, when, and what to say if somebody else answers. */
export function SafeContactFields({ fields }: { fields: readonly string[] }) {
  const t = useText('clients');
  const { count, add } = useFormRows('phones', 1, 6);
  return (
    <Fieldset size="section" legend={t('form.reach')} hint={t('form.reach-hint')}>
      {Array.from({ length: count }, (_, index) => (
        <PhoneRow key={index} index={index} />
      ))}
      {add && (
        <div>
          <Button type="button" tone="quiet" size="small" icon="add" onClick={add}>
            {t('form.add-phone')}
          </Button>
        </div>
      )}
      <TextArea
        name="contactWarning"
        label={t('label.contactWarning')}
        hint={t('form.warning-hint')}
        rows={2}
        maxLength={1000}
        optional
      />
      {(fields.includes('email') || fields.includes('message_app')) && (
        <Folded title={t('form.more-ways')} names={/^(email|messageApp)/}>
          {fields.includes('email') && (
            <>
              <TextField
                name="email.address"
                label={t('common:term.email')}
                type="email"
                maxLength={200}
                autoComplete="off"
                optional
              />
              <Checkbox name="email.safe" label={t('form.email-safe')} hint={t('form.email-safe-hint')} />
            </>
          )}
          {fields.includes('message_app') && (
            <div className="row-fields">
              <TextField
                name="messageApp.app"
                label={t('label.messageApp')}
                hint={t('form.app-hint')}
                maxLength={40}
                autoComplete="off"
                optional
              />
              <TextField
                name="messageApp.name"
                label={t('form.app-name')}
                maxLength={120}
                autoComplete="off"
                optional
              />
            </div>
          )}
        </Folded>
      )}
    </Fieldset>
  );
}

/** Any Sunday: the names of its week. */
const sunday = '2023-01-01';

function PhoneRow({ index }: { index: number }) {
  const t = useText('clients');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const name = (part: string) => `phones[${index}].${part}`;
  const days = Array.from({ length: 7 }, (_, day) => ({
    value: String(day),
    label: formatWeekday(nextDay(sunday, day), { language }, 'long'),
  }));
  return (
    <div className="phone-row">
      <div className="row-fields">
        <TextField
          name={name('number')}
          label={index === 0 ? t('form.phone') : t('form.phone-other')}
          type="tel"
          maxLength={40}
          autoComplete="off"
          optional
        />
        <Select
          name={name('owner')}
          label={t('form.phone-owner')}
          defaultValue="own"
          options={codeOptions(codes, 'phoneOwner', codeLists.phoneOwner.codes)}
        />
      </div>
      <div className="row-fields row-ticks">
        <Checkbox name={name('safeToCall')} label={t('form.safe-to-call')} />
        <Checkbox name={name('safeToMessage')} label={t('form.safe-to-message')} />
      </div>
      <Folded
        title={t('form.when-safe')}
        names={new RegExp(`^phones\\[${index}\\]\\.(safeFrom|safeTo|safeDays|safeWords|note)$`)}
      >
        <div className="row-fields">
          <TextField
            name={name('safeFrom')}
            label={t('form.safe-from')}
            type="time"
            width="short"
            dir="ltr"
            optional
          />
          <TextField
            name={name('safeTo')}
            label={t('form.safe-to')}
            type="time"
            width="short"
            dir="ltr"
            optional
          />
        </div>
        <CheckboxGroup
          name={name('safeDays')}
          legend={t('form.safe-days')}
          hint={t('form.safe-days-hint')}
          options={days}
          optional
        />
        <TextField
          name={name('safeWords')}
          label={t('form.safe-words')}
          hint={t('form.safe-words-hint')}
          maxLength={300}
          autoComplete="off"
          optional
        />
        <TextField
          name={name('note')}
          label={t('common:term.note')}
          maxLength={300}
          autoComplete="off"
          optional
        />
      </Folded>
    </div>
  );
}

const nextDay = (isoDay: string, days: number): string =>
  new Date(Date.parse(isoDay) + days * 86_400_000).toISOString().slice(0, 10);
