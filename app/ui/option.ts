/** Something to choose: `value` is sent, `label` is read; `words` are other words that find it. */
export interface Option {
  value: string;
  label: string;
  hint?: string;
  group?: string;
  words?: string;
  disabled?: boolean;
}

/** Options in their groups, groups in order of first appearance; the ungrouped ones under `undefined`. */
export function grouped(options: readonly Option[]): [group: string | undefined, options: Option[]][] {
  return [...Map.groupBy(options, (option) => option.group)];
}
