import { purpose, sector, stage } from '#platform/code-lists/person-lists.ts';
import { type Topic, topic as topicList } from '#platform/code-lists/topic-list.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { CheckboxGroup } from '#ui/choice-group.tsx';
import { ComboList } from '#ui/combo-list.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { guideTypes } from '../guide.ts';
import type { GuideOptions } from '../guide-options.server.ts';

export type GuideFormValues = Record<string, string | string[] | undefined>;

const pictograms = [
  'suitcase',
  'passport',
  'contract',
  'coins',
  'wage',
  'agency',
  'shield',
  'warning',
  'heart',
  'phone',
  'home',
  'plane',
  'family',
  'child',
  'scales',
  'house',
  'lock',
  'people',
  'hand',
  'hospital',
  'road',
  'book',
];

const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
const many = (value: string | string[] | undefined) => [value ?? []].flat();

/** Title, the page in short, and its text. */
export function GuideTextFields({ values, language }: { values: GuideFormValues; language: string }) {
  const t = useText('guides');
  return (
    <>
      <TextField
        name="title"
        label={t('form.title')}
        hint={t('form.title-hint')}
        defaultValue={one(values['title'])}
        maxLength={120}
        lang={language}
      />
      <TextArea
        name="summary"
        label={t('form.summary')}
        hint={t('form.summary-hint')}
        defaultValue={one(values['summary'])}
        lang={language}
      />
      <div className="[&_.field]:max-w-none [&_textarea]:max-h-none [&_textarea]:min-h-[28rem] [&_textarea]:leading-relaxed">
        <TextArea
          name="body"
          label={t('form.body')}
          hint={t('form.body-hint')}
          defaultValue={one(values['body'])}
          lang={language}
          spellCheck
        />
      </div>
    </>
  );
}

/** What a page is about, and whom it is for: decides where readers find it. */
export function GuideAboutFields({ values, options }: { values: GuideFormValues; options: GuideOptions }) {
  const t = useText('guides');
  const codes = useText('code-lists');
  const coded = (list: string, of: readonly string[]) =>
    of.map((value) => ({ value, label: codes(`${list}.${value}`) }));
  const country = (name: string) => (
    <Select
      name={name}
      label={t(`form.${name}`)}
      options={options.countries}
      blank={t('common:answer.none')}
      defaultValue={one(values[name])}
      optional
    />
  );
  return (
    <>
      <div className="field-row">
        <Select
          name="type"
          label={t('form.type')}
          options={guideTypes.map((value) => ({ value, label: t(`type.${value}`) }))}
          defaultValue={one(values['type']) ?? 'procedure'}
        />
        <Select
          name="section"
          label={t('form.section')}
          options={options.sections}
          defaultValue={one(values['section'])}
        />
      </div>
      <Checkbox
        name="riskClass"
        value="risk"
        label={t('form.riskClass')}
        hint={t('form.riskClass-hint')}
        defaultChecked={one(values['riskClass']) === 'risk'}
      />
      <div className="field-row">
        {country('corridorFrom')}
        {country('corridorTo')}
        {country('country')}
      </div>
      <div className="field-row">
        <Select
          name="purpose"
          label={t('form.purpose')}
          options={coded('purpose', purpose.codes)}
          blank={t('form.any')}
          defaultValue={one(values['purpose'])}
          optional
        />
        <Select
          name="sector"
          label={t('form.sector')}
          options={coded('sector', sector.codes)}
          blank={t('form.any')}
          defaultValue={one(values['sector'])}
          optional
        />
      </div>
      <ComboList
        name="topics"
        legend={t('form.topics')}
        hint={t('form.topics-hint')}
        options={topicList.codes.map((value: Topic) => ({
          value,
          label: codes(`topic.${value}`),
          group: codes(`topicGroup.${topicList.group(value)}`),
        }))}
        words={{
          placeholder: t('form.typeTwo'),
          nothing: t('form.noTopic'),
          remove: t('common:action.remove'),
        }}
        defaultValue={many(values['topics'])}
        optional
      />
      <CheckboxGroup
        name="stages"
        legend={t('form.stages')}
        options={coded(
          'stage',
          stage.codes.filter((code) => code !== 'unknown' && code !== 'prefer_not_to_say'),
        )}
        defaultValue={many(values['stages'])}
        optional
      />
      <div className="field-row">
        <Select
          name="pictogram"
          label={t('form.pictogram')}
          options={pictograms.map((value) => ({ value, label: t(`pictogram.${value}`) }))}
          blank={t('common:answer.none')}
          defaultValue={one(values['pictogram'])}
          optional
        />
        <TextField
          name="place"
          label={t('form.place')}
          hint={t('form.place-hint')}
          defaultValue={one(values['place']) ?? '0'}
          inputMode="numeric"
          dir="ltr"
          width="year"
        />
      </div>
      <div className="field-row">
        <TextField
          name="startsOn"
          label={t('form.startsOn')}
          hint={t('form.startsOn-hint')}
          type="date"
          defaultValue={one(values['startsOn'])}
          optional
        />
        <TextField
          name="endsOn"
          label={t('form.endsOn')}
          type="date"
          defaultValue={one(values['endsOn'])}
          optional
        />
      </div>
    </>
  );
}
