import { useText } from '#platform/web/page-texts.ts';
import type { SwitchList } from '../switch-lists.ts';

/** Words for the codes of a list and for its groups. */
export function useSwitchLabels(list: SwitchList) {
  const t = useText('centres');
  const codes = useText('code-lists');
  const labels = list.name === 'visitReason' ? 'serviceGroup' : list.name;
  return {
    labelOf: (code: string) =>
      list.kind === 'fields' ? t(`field-of.${list.name}.${code}`) : codes(`${labels}.${code}`),
    groupOf: (group: string) => codes(`${list.name}Group.${group}`),
  };
}
