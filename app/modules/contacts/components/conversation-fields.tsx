import { useState } from 'react';
import { codeLists } from '#platform/code-lists/code-lists.ts';
import { type Topic, topic as topicList } from '#platform/code-lists/topic-list.ts';
import { useText } from '#platform/web/page-texts.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { ComboList } from '#ui/combo-list.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { Notice } from '#ui/notice.tsx';
import type { Option } from '#ui/option.ts';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { mustExplainStaying, safetyTopics } from '../contact.ts';
import type { OfferedChoices } from '../queries/prepare-contact.query.server.ts';
import { codeOptions } from './code-options.ts';
import { MoreFields } from './more-fields.tsx';
import type { ConversationValues } from './conversation-values.ts';

export interface ConversationFieldsProps {
  values: ConversationValues;
  offered: OfferedChoices;
  /** Countries and spoken languages by name: named on the server, because browsers name some of them differently. */
  countries: readonly Option[];
  languages: readonly Option[];
  calendars: readonly string[];
  who: 'client' | 'anonymous' | 'head_count';
  /** Published pages that can be linked; only where the contact is new. */
  guides?: readonly Option[];
}

/**
 * A conversation in the order in which one remembers it: what about, how it ended, how and how long, what was said.
 * The rest waits folded below. A simple contact needs topics and a result; all else has a default from the last one.
 */
export function ConversationFields(props: ConversationFieldsProps) {
  const { values, offered, countries, languages } = props;
  const t = useText('contacts');
  const codes = useText('code-lists');
  const [topics, setTopics] = useState<string[]>(values.topics ?? []);
  const [result, setResult] = useState(values.result ?? 'information_given');
  const known = topics.filter((code): code is Topic => topicList.has(code));
  const has = (field: OfferedChoices['fields'][number]) => offered.fields.includes(field);
  return (
    <div className="form-columns">
      <div>
        <Fieldset size="section" legend={t('form.about')}>
          <ComboList
            name="topics"
            legend={t('form.topics')}
            hint={t('form.topics-hint')}
            options={topicOptions(codes, offered.topic)}
            words={{
              placeholder: t('form.type-two-letters'),
              nothing: t('form.no-topic'),
              remove: t('common:action.remove'),
            }}
            defaultValue={values.topics}
            onChange={setTopics}
            autoFocus
          />
          {safetyTopics(known).length > 0 && (
            <Notice tone="attention" title={t('form.safety.title')} live>
              <p>{t('form.safety.text')}</p>
            </Notice>
          )}
          {has('corridor') && (
            <div className="field-row">
              <Select
                name="corridorFrom"
                label={t('form.corridor-from')}
                blank={t('form.no-corridor')}
                options={countries}
                defaultValue={values.corridorFrom}
                optional
              />
              <Select
                name="corridorTo"
                label={t('form.corridor-to')}
                blank={t('form.no-corridor')}
                options={countries}
                defaultValue={values.corridorTo}
                optional
              />
            </div>
          )}
        </Fieldset>
        <Fieldset size="section" legend={t('form.outcome')}>
          <Select
            name="result"
            label={t('form.result')}
            options={codeOptions(codes, 'counsellingResult', offered.counsellingResult)}
            defaultValue={values.result ?? 'information_given'}
            onChange={(event) => setResult(event.currentTarget.value)}
          />
          <Checkbox
            name="stayOptionExplained"
            label={t('form.stay-explained')}
            hint={
              mustExplainStaying(known, result)
                ? t('form.stay-explained-needed')
                : t('form.stay-explained-hint')
            }
            defaultChecked={values.stayOptionExplained}
          />
          {has('risk_information') && (
            <Checkbox
              name="riskInfoGiven"
              label={t('form.risk-info')}
              defaultChecked={values.riskInfoGiven}
            />
          )}
        </Fieldset>
        {props.guides && props.guides.length > 0 && (
          <ComboList
            name="guideIds"
            legend={t('form.guides')}
            hint={t('form.guides-hint')}
            options={props.guides}
            words={{
              placeholder: t('form.type-two-letters'),
              nothing: t('form.no-guide'),
              remove: t('common:action.remove'),
            }}
            optional
          />
        )}
        {has('note') && (
          <TextArea
            name="note"
            label={t('form.note')}
            hint={t(props.who === 'client' ? 'form.note-hint' : 'form.note-hint-unnamed')}
            rows={5}
            defaultValue={values.note}
            optional
          />
        )}
      </div>
      <div>
        <Fieldset size="section" legend={t('form.how')}>
          <div className="field-row">
            <Select
              name="channel"
              label={t('form.channel')}
              options={channelOptions(codes, offered.channel)}
              defaultValue={values.channel}
            />
            <TextField
              name="minutes"
              label={t('form.minutes')}
              inputMode="numeric"
              width="short"
              defaultValue={values.minutes}
              required
            />
            <Select
              name="language"
              label={t('form.language')}
              options={languages}
              defaultValue={values.language}
            />
          </div>
          {has('interpreter') && (
            <Checkbox name="interpreter" label={t('form.interpreter')} defaultChecked={values.interpreter} />
          )}
        </Fieldset>
        <MoreFields {...props} />
      </div>
    </div>
  );
}

const topicOptions = (codes: (key: string) => string, offered: readonly Topic[]) =>
  offered.map((code) => ({
    value: code,
    label: codes(`topic.${code}`),
    group: codes(`topicGroup.${topicList.group(code)}`),
    words: codes(`topicWords.${code}`) === `topicWords.${code}` ? undefined : codes(`topicWords.${code}`),
  }));

const channelOptions = (codes: (key: string) => string, offered: OfferedChoices['channel']) =>
  offered.map((code) => ({
    value: code,
    label: codes(`channel.${code}`),
    group: codes(`channelGroup.${codeLists.channel.group(code)}`),
  }));
