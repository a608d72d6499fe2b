import type { Translate } from '#platform/language/translators.ts';
import type { Option } from '#ui/option.ts';

/** The codes of a list as options. `codes` is `t` of the `code-lists` namespace. */
export const codeOptions = (codes: Translate, list: string, values: readonly string[]): Option[] =>
  values.map((value) => ({ value, label: codes(`${list}.${value}`) }));
