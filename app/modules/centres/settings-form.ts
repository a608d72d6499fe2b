import { parseWholeNumber } from '#platform/language/numbers.ts';
import { centreSettings, type Setting, settingNames, settingOf } from './centre-settings.ts';
import { asFields, type Typed } from './form-shapes.ts';

export const settingField = (name: string): string => `settings.${name}`;

/** Settings as one form says them: numbers in any digits, a box that is not ticked is a no. */
export function settingsOfForm(typed: Typed): Record<string, number | boolean | string> {
  const said = asFields(typed['settings']);
  return Object.fromEntries(
    settingNames.map((name) => {
      const setting: Setting = centreSettings[name];
      const [group = '', ...rest] = name.split('.');
      const value = asFields(said[group])[rest.join('.')];
      if (setting.type === 'flag') return [name, value === 'yes'];
      const text = typeof value === 'string' ? value : '';
      if (setting.type === 'number') return [name, parseWholeNumber(text) ?? text];
      return [name, text];
    }),
  );
}

/** Every setting as text, by its dotted name, for comparing what is saved with what was typed. */
export const settingFormValues = (stored: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(settingNames.map((name) => [name, String(settingOf(stored, name))]));
