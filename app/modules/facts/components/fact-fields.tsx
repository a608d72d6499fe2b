import { sector as sectors } from '#platform/code-lists/person-lists.ts';
import { useText } from '#platform/web/page-texts.ts';
import { RadioGroup } from '#ui/choice-group.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { confidences, costItems, factKinds, factUnits, payers } from '../fact.ts';
import type { FactOptions } from '../fact-options.server.ts';

/** The fields of a fact by their form names, as they stand now. */
export type FactValues = Record<string, string | undefined>;

/** Everything a person says of a fact, in the order in which one finds it out: what, where it stands, for whom it holds. */
export function FactFields({ values, options }: { values: FactValues; options: FactOptions }) {
  const t = useText('facts');
  const codes = useText('code-lists');
  const named = (list: string, of: readonly string[]) =>
    of.map((value) => ({ value, label: t(`${list}.${value}`) }));
  const units = [
    ...named('unit', factUnits).map((unit) => ({ ...unit, group: t('form.counted') })),
    ...options.currencies.map((unit) => ({ ...unit, group: t('form.money') })),
  ];
  const country = (name: string) => (
    <Select
      name={name}
      label={t(`form.${name}`)}
      options={options.countries}
      blank={t('common:answer.none')}
      defaultValue={values[name]}
      optional
    />
  );
  return (
    <div className="form-columns">
      <div>
        <Fieldset legend={t('form.what')} size="section">
          <RadioGroup
            name="kind"
            legend={t('form.kind')}
            options={named('kind', factKinds)}
            defaultValue={values['kind'] ?? 'fee'}
          />
          <TextArea
            name="statement"
            label={t('form.statement')}
            hint={t('form.statement-hint')}
            defaultValue={values['statement']}
            maxLength={400}
          />
          <div className="field-row">
            <TextField
              name="value"
              label={t('form.value')}
              hint={t('form.value-hint')}
              defaultValue={values['value']}
              inputMode="decimal"
              dir="ltr"
              optional
            />
            <TextField
              name="valueTo"
              label={t('form.valueTo')}
              hint={t('form.valueTo-hint')}
              defaultValue={values['valueTo']}
              inputMode="decimal"
              dir="ltr"
              optional
            />
            <Select
              name="unit"
              label={t('form.unit')}
              hint={t('form.unit-hint')}
              options={units}
              blank={t('common:answer.none')}
              defaultValue={values['unit']}
              optional
            />
          </div>
          <TextField
            name="text"
            label={t('form.text')}
            hint={t('form.text-hint')}
            defaultValue={values['text']}
            dir="ltr"
            optional
          />
        </Fieldset>
        <Fieldset legend={t('form.where')} size="section" hint={t('form.where-hint')}>
          <TextField
            name="sourceTitle"
            label={t('form.sourceTitle')}
            defaultValue={values['sourceTitle']}
            optional
          />
          <TextField
            name="sourceUrl"
            label={t('form.sourceUrl')}
            defaultValue={values['sourceUrl']}
            type="url"
            dir="ltr"
            optional
          />
          <div className="field-row">
            <TextField
              name="sourceDate"
              label={t('form.sourceDate')}
              hint={t('form.sourceDate-hint')}
              defaultValue={values['sourceDate']}
              dir="ltr"
              optional
            />
            <TextField
              name="retrievedOn"
              label={t('form.retrievedOn')}
              hint={t('form.retrievedOn-hint')}
              defaultValue={values['retrievedOn']}
              type="date"
              optional
            />
          </div>
          <RadioGroup
            name="confidence"
            legend={t('form.confidence')}
            options={confidences.map((value) => ({
              value,
              label: t(`confidence.${value}`),
              hint: t(`confidence-hint.${value}`),
            }))}
            layout="rows"
            defaultValue={values['confidence'] ?? 'official'}
          />
        </Fieldset>
      </div>
      <div>
        <Fieldset legend={t('form.holds')} size="section" hint={t('form.holds-hint')}>
          {country('country')}
          {country('corridorFrom')}
          {country('corridorTo')}
          <Select
            name="sector"
            label={t('form.sector')}
            options={sectors.codes.map((value) => ({ value, label: codes(`sector.${value}`) }))}
            blank={t('form.everyone')}
            defaultValue={values['sector']}
            optional
          />
          <RadioGroup
            name="sex"
            legend={t('form.sex')}
            options={[
              { value: '', label: t('form.everyone') },
              { value: 'female', label: t('form.women') },
              { value: 'male', label: t('form.men') },
            ]}
            defaultValue={values['sex'] ?? ''}
          />
          <Select
            name="route"
            label={t('form.route')}
            options={named('route', ['promoter', 'direct', 'state'])}
            blank={t('form.everyWay')}
            defaultValue={values['route']}
            optional
          />
          <div className="field-row">
            <TextField
              name="validFrom"
              label={t('form.validFrom')}
              type="date"
              defaultValue={values['validFrom']}
              optional
            />
            <TextField
              name="validTo"
              label={t('form.validTo')}
              type="date"
              defaultValue={values['validTo']}
              optional
            />
          </div>
        </Fieldset>
        <Fieldset legend={t('form.cost')} size="section" hint={t('form.cost-hint')}>
          <Select
            name="costItem"
            label={t('form.costItem')}
            options={named('costItem', costItems)}
            blank={t('form.noCost')}
            defaultValue={values['costItem']}
            optional
          />
          <Select
            name="payer"
            label={t('form.payer')}
            options={named('payer', payers)}
            blank={t('common:answer.unknown')}
            defaultValue={values['payer']}
            optional
          />
        </Fieldset>
      </div>
    </div>
  );
}
