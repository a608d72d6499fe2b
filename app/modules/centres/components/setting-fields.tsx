import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { RadioGroup } from '#ui/choice-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import {
  centreSettings,
  type Setting,
  type SettingGroup,
  type SettingName,
  settingNames,
  settingOf,
} from '../centre-settings.ts';
import { settingField } from '../settings-form.ts';

const groups = [
  'follow-up',
  'reply',
  'desk',
  'card',
  'duplicates',
  'retention',
  'figures',
  'content',
  'integrations',
  'calendar',
  'sign-in',
  'oversight',
] as const satisfies readonly SettingGroup[];

/** Times, thresholds and habits of the centre by subject, each with what it is good for and its usual value. */
export function SettingFields({ stored }: { stored: Record<string, unknown> }) {
  const t = useText('centres');
  return (
    <div className="grid gap-5 lg:grid-cols-2 lg:items-start">
      {groups.map((group) => (
        <Card key={group} id={`settings-${group}`} title={t(`setting-group.${group}`)}>
          <div className="grid gap-5">
            {settingNames
              .filter((name) => centreSettings[name].group === group)
              .map((name) => (
                <SettingField key={name} name={name} stored={stored} />
              ))}
          </div>
        </Card>
      ))}
    </div>
  );
}

function SettingField({ name, stored }: { name: SettingName; stored: Record<string, unknown> }) {
  const t = useText('centres');
  const setting: Setting = centreSettings[name];
  const value = settingOf(stored, name);
  const label = t(`setting.${name}.label`);
  switch (setting.type) {
    case 'flag':
      return (
        <Checkbox
          name={settingField(name)}
          label={label}
          hint={t(`setting.${name}.hint`)}
          defaultChecked={value === true}
        />
      );
    case 'choice':
      return (
        <RadioGroup
          name={settingField(name)}
          legend={label}
          hint={t(`setting.${name}.hint`)}
          options={setting.options.map((option) => ({
            value: option,
            label: t(`setting.${name}.option.${option}`),
          }))}
          defaultValue={String(value)}
        />
      );
    case 'number':
      return (
        <TextField
          name={settingField(name)}
          label={`${label} (${t(`unit.${setting.unit}`)})`}
          hint={`${t(`setting.${name}.hint`)} ${t('settings.range', { min: setting.min, max: setting.max, usual: setting.default })}`}
          defaultValue={String(value)}
          inputMode="numeric"
          dir="ltr"
          width="year"
        />
      );
    case 'text':
      return (
        <TextField
          name={settingField(name)}
          label={label}
          hint={t(`setting.${name}.hint`)}
          defaultValue={String(value)}
          maxLength={setting.max}
          width="short"
          optional
        />
      );
  }
}
