import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { FieldDifference } from '../form-difference.ts';
import { weekdayName } from '../weekday-name.ts';
import type { Difference } from './difference-notice.tsx';

/** Which code list the values of a field belong to. */
const listOf: Record<string, string> = { kind: 'centreKind', context: 'migrationContext', type: 'siteType' };

/** Words for a form's field and for what stands in it. `prefix` is where the labels of the form's own fields stand. */
export function useDifferenceLabels(
  prefix: 'profile' | 'site' = 'profile',
): (difference: FieldDifference) => Difference {
  const t = useText('centres');
  const codes = useText('code-lists');
  const { language } = usePageTexts();
  const nameOf = (name: string): string => {
    const local = /^(name|address)\.(.+)$/.exec(name);
    if (local) return `${t(`${prefix}.${local[1]}`)} · ${interfaceLanguage(local[2] ?? '').ownName}`;
    const time = /^hours\.d(\d)\.(from|to)(\d)$/.exec(name);
    if (time) return t(`hours.${time[2]}-${time[3]}`, { day: weekdayName(Number(time[1]), language) });
    return t(`${prefix}.${keys[name] ?? name}`);
  };
  const valueOf = (name: string, value: string) => {
    const list = listOf[name];
    if (list && value) return codes(`${list}.${value}`);
    if (name === 'calendar' && value) return t(`common:date.calendarName.${value}`);
    if (value === 'yes' || value === 'no') return t(`common:answer.${value}`);
    return value;
  };
  return ({ name, saved, typed }) => ({
    label: nameOf(name),
    saved: valueOf(name, saved),
    typed: valueOf(name, typed),
  });
}

const keys: Record<string, string> = {
  timeZone: 'time-zone',
  filePrefix: 'file-prefix',
  addressHidden: 'hidden',
};
