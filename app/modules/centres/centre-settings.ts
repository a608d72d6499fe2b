import { isClean } from '#platform/operations/text-schema.ts';

/** Units that a setting counts in; their words stand under `centres:unit`. */
export type SettingUnit =
  | 'years'
  | 'days'
  | 'working-days'
  | 'hours'
  | 'minutes'
  | 'people'
  | 'looks'
  | 'percent'
  | 'hour-of-day';

export type SettingGroup =
  | 'retention'
  | 'follow-up'
  | 'reply'
  | 'figures'
  | 'desk'
  | 'calendar'
  | 'card'
  | 'duplicates'
  | 'content'
  | 'integrations'
  | 'sign-in'
  | 'oversight';

interface NumberSetting {
  type: 'number';
  group: SettingGroup;
  default: number;
  min: number;
  max: number;
  unit: SettingUnit;
}
interface ChoiceSetting {
  type: 'choice';
  group: SettingGroup;
  default: string;
  options: readonly string[];
}
interface FlagSetting {
  type: 'flag';
  group: SettingGroup;
  default: boolean;
}
interface TextSetting {
  type: 'text';
  group: SettingGroup;
  default: string;
  max: number;
  /** What may be typed; an empty text always may. */
  pattern?: RegExp;
}
export type Setting = NumberSetting | ChoiceSetting | FlagSetting | TextSetting;

const number = (
  group: SettingGroup,
  unit: SettingUnit,
  standard: number,
  min: number,
  max: number,
): NumberSetting => ({
  type: 'number',
  group,
  unit,
  default: standard,
  min,
  max,
});

/**
 * Every setting of a centre by its dotted name, with its default and range. Defaults follow the workflows
 * (W1 retention, W2 follow-up and replies, W3 missed calls, W4 messages, W24 review of content) and the thresholds of disclosure control.
 */
export const centreSettings = {
  'retention.case-years': number('retention', 'years', 5, 1, 30),
  'retention.counselling-years': number('retention', 'years', 2, 1, 30),
  'retention.question-days': number('retention', 'days', 180, 30, 730),
  'retention.request-days': number('retention', 'days', 30, 1, 90),
  'retention.anonymous-days': number('retention', 'days', 0, 0, 365),
  'retention.message-days': number('retention', 'days', 90, 7, 365),
  'retention.most-percent': number('retention', 'percent', 5, 1, 5),
  'retention.notes-automatic': { type: 'flag', group: 'retention', default: true },
  'retention.messages-automatic': { type: 'flag', group: 'retention', default: true },
  'retention.files-automatic': { type: 'flag', group: 'retention', default: false },
  'import.undo-days': number('retention', 'days', 30, 1, 90),
  'import.idle-hours': number('retention', 'hours', 24, 1, 168),
  'follow-up.first-days': number('follow-up', 'days', 30, 1, 365),
  'follow-up.second-days': number('follow-up', 'days', 180, 1, 730),
  'follow-up.window-days': number('follow-up', 'days', 10, 2, 30),
  'reminder.lead-days': number('follow-up', 'days', 1, 0, 14),
  'reminder.hour': number('follow-up', 'hour-of-day', 9, 0, 23),
  'reply.question-days': number('reply', 'working-days', 3, 1, 30),
  'reply.message-days': number('reply', 'working-days', 1, 1, 14),
  'reply.missed-call-hours': number('reply', 'hours', 4, 1, 72),
  'reply.urgent-call-minutes': number('reply', 'minutes', 30, 5, 240),
  'reply.transfer-days': number('reply', 'working-days', 3, 1, 15),
  'reply.transfer-urgent-hours': number('reply', 'hours', 24, 1, 72),
  'figures.small-cell': number('figures', 'people', 5, 3, 50),
  'figures.publish-small-cell': number('figures', 'people', 11, 5, 100),
  'content.fee-days': number('content', 'days', 90, 7, 730),
  'content.rights-days': number('content', 'days', 180, 7, 730),
  'content.culture-days': number('content', 'days', 365, 7, 730),
  'break-glass.minutes': number('oversight', 'minutes', 60, 15, 240),
  'break-glass.review-hours': number('oversight', 'hours', 72, 12, 168),
  'oversight.digest-below': number('oversight', 'people', 8, 0, 50),
  'oversight.sweep-files': number('oversight', 'people', 20, 5, 200),
  'oversight.unlinked-files': number('oversight', 'people', 8, 2, 100),
  'oversight.restricted-looks': number('oversight', 'looks', 8, 2, 50),
  'oversight.hours-slack': number('oversight', 'minutes', 90, 0, 480),
  'session.idle-minutes': number('sign-in', 'minutes', 20, 2, 60),
  'recovery.wait-hours': number('sign-in', 'hours', 24, 24, 168),
  'session.shared-idle-minutes': number('sign-in', 'minutes', 3, 1, 20),
  'desk.ticket-prefix': { type: 'text', group: 'desk', default: '', max: 3, pattern: /^[A-Z0-9]*$/ },
  'desk.back-entry-days': number('desk', 'days', 31, 1, 365),
  'calendar.week-start': { type: 'choice', group: 'calendar', default: '1', options: ['1', '6', '0'] },
  'duplicates.second-person': { type: 'flag', group: 'duplicates', default: true },
  'duplicates.undo-days': number('duplicates', 'days', 30, 1, 90),
  'card.show-phone': { type: 'flag', group: 'card', default: false },
  'integrations.webhooks': { type: 'flag', group: 'integrations', default: false },
  'card.neutral-name': { type: 'text', group: 'card', default: '', max: 60 },
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof centreSettings;
export const settingNames = Object.keys(centreSettings) as SettingName[];

/** What a setting holds: number, flag or text. */
export type SettingValue<N extends SettingName> = N extends SettingName
  ? { number: number; flag: boolean; choice: string; text: string }[(typeof centreSettings)[N]['type']]
  : never;

/** The centre's own value where it is set and still valid, else the default. `stored` is `actor.centre.settings`. */
export function settingOf<N extends SettingName>(
  stored: Record<string, unknown> | undefined,
  name: N,
): SettingValue<N> {
  const setting: Setting = centreSettings[name];
  const value = stored?.[name];
  return (
    value !== undefined && checkSetting(name, value) === undefined ? value : setting.default
  ) as SettingValue<N>;
}

/** Why this value cannot stand for the setting, as a field code with its parameters; undefined where it can. */
export function checkSetting(
  name: SettingName,
  value: unknown,
): { code: string; params?: Record<string, number> } | undefined {
  const setting: Setting = centreSettings[name];
  switch (setting.type) {
    case 'number':
      return typeof value === 'number' &&
        Number.isInteger(value) &&
        value >= setting.min &&
        value <= setting.max
        ? undefined
        : { code: 'number-range', params: { min: setting.min, max: setting.max } };
    case 'choice':
      return setting.options.includes(value as string) ? undefined : { code: 'choose-one' };
    case 'flag':
      return typeof value === 'boolean' ? undefined : { code: 'choose-one' };
    case 'text':
      if (typeof value !== 'string') return { code: 'not-valid' };
      if (value.length > setting.max) return { code: 'too-long', params: { max: setting.max } };
      if (!isClean(value)) return { code: 'bad-characters' };
      return setting.pattern && !setting.pattern.test(value) ? { code: 'not-valid' } : undefined;
  }
}
