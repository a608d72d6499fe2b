import { PageForm } from '#platform/web/page-form.tsx';
import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Select } from '#ui/select.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { importFieldNames, isDayField } from '../import-fields.ts';
import type { ImportPageData } from '../pages/import.page.tsx';
import { dayOrders } from '../read-day-parts.ts';

/** What each column holds, with some of its values; what stands where the file is silent; which consents there are. */
export function ChooseColumns({ page, submitted }: { page: ImportPageData; submitted: unknown }) {
  const t = useText('imports');
  const codes = useText('code-lists');
  const { view, choices, keys } = page;
  const { settings, sample } = view;
  if (!settings) return null;
  const fields = importFieldNames.map((value) => ({ value, label: t(`field-name.${value}`) }));
  const shown = settings.headings.slice(0, 120);
  return (
    <PageForm
      formKey={keys.columns}
      submitted={submitted}
      action="?do=columns"
      labels={{ columns: t('columns.title') }}
    >
      <input type="hidden" name="version" value={view.version} />
      <div className="grid gap-4">
        <Card title={t('columns.title')} id="columns">
          <p>{t('columns.text')}</p>
          <ul className="item-list">
            {shown.map((heading, at) => {
              const column = settings.columns?.find((each) => each.column === at);
              const isDay = column !== undefined && isDayField(column.field);
              return (
                // oxlint-disable-next-line react/no-array-index-key -- two columns may have one heading
                <li key={at} className="item grid gap-2 md:grid-cols-2">
                  <div className="min-w-0">
                    <p className="font-semibold">
                      <Bdi>{heading === '' ? t('columns.no-heading', { number: at + 1 }) : heading}</Bdi>
                    </p>
                    <p className="text-ink-soft break-words text-sm">
                      {sample?.values[at]?.map((value, index) => (
                        <span key={value}>
                          {index > 0 && ' · '}
                          <Bdi>{value.slice(0, 60)}</Bdi>
                        </span>
                      ))}
                    </p>
                  </div>
                  <div className="grid gap-2">
                    <input type="hidden" name={`columns[${at}].column`} value={at} />
                    <Select
                      name={`columns[${at}].field`}
                      label={<span className="sr-only">{t('columns.holds', { heading })}</span>}
                      blank={t('columns.leave-out')}
                      defaultValue={column?.field ?? ''}
                      options={fields}
                    />
                    {isDay && (
                      <div className="grid grid-cols-2 gap-2">
                        <Select
                          name={`columns[${at}].calendar`}
                          label={t('columns.calendar')}
                          defaultValue={column.calendar ?? 'gregory'}
                          options={choices.calendars.map((value) => ({
                            value,
                            label: t(`calendar.${value}`),
                          }))}
                        />
                        <Select
                          name={`columns[${at}].order`}
                          label={t('columns.order')}
                          defaultValue={column.order ?? 'dmy'}
                          options={dayOrders.map((value) => ({ value, label: t(`order.${value}`) }))}
                        />
                      </div>
                    )}
                  </div>
                </li>
              );
            })}
          </ul>
        </Card>
        <Card title={t('consent.title')} tone="sand">
          <p>{t('consent.text')}</p>
          <RadioGroup
            name="consent.stated"
            legend={t('consent.stated')}
            layout="rows"
            defaultValue={settings.consent?.stated ?? 'none'}
            options={(['none', 'column', 'all'] as const).map((value) => ({
              value,
              label: t(`consent.${value}`),
            }))}
          />
          <div className="form-columns">
            <Select
              name="consent.form"
              label={t('consent.form')}
              hint={t('consent.only-where')}
              blank={t('consent.choose')}
              optional
              defaultValue={settings.consent?.form ?? ''}
              options={choices.consentForms.map((value) => ({ value, label: codes(`consentForm.${value}`) }))}
            />
            <Select
              name="consent.explainedIn"
              label={t('consent.explained-in')}
              blank={t('consent.choose')}
              optional
              defaultValue={settings.consent?.explainedIn ?? ''}
              options={choices.languages}
            />
          </div>
        </Card>
        <Card title={t('usual.title')}>
          <Fieldset legend={t('usual.text')}>
            <div className="form-columns">
              <Select
                name="usual.language"
                label={t('field-name.language')}
                defaultValue={settings.usual?.language}
                options={choices.languages}
              />
              <Select
                name="usual.channel"
                label={t('field-name.channel')}
                defaultValue={settings.usual?.channel}
                options={choices.channels.map((value) => ({ value, label: codes(`channel.${value}`) }))}
              />
              <Select
                name="usual.topic"
                label={t('field-name.topic')}
                defaultValue={settings.usual?.topic}
                options={choices.topics.map((value) => ({ value, label: codes(`topic.${value}`) }))}
              />
              <Select
                name="usual.result"
                label={t('field-name.result')}
                defaultValue={settings.usual?.result}
                options={choices.results.map((value) => ({
                  value,
                  label: codes(`counsellingResult.${value}`),
                }))}
              />
            </div>
          </Fieldset>
          <Checkbox
            name="remember"
            value="yes"
            defaultChecked
            label={t('columns.remember')}
            hint={t('columns.remember-hint')}
          />
        </Card>
      </div>
      <div className="form-actions">
        <SubmitButton>{t('columns.do')}</SubmitButton>
        {view.state === 'ready' && <LinkButton to="?">{t('common:action.cancel')}</LinkButton>}
      </div>
    </PageForm>
  );
}
