import { useContext, useState } from 'react';
import { FormStateContext } from '#ui/form-state.ts';
import { useHydrated } from '#ui/use-hydrated.ts';

/**
 * How many rows of a repeated group a form shows: those with something in them, at least `fewest`, and with script as
 * many as were asked for. Without script one empty row more stands ready.
 */
export function useFormRows(
  group: string,
  fewest: number,
  most: number,
): { count: number; add: (() => void) | undefined } {
  const { values } = useContext(FormStateContext);
  const hydrated = useHydrated();
  const [added, setAdded] = useState(0);
  const filled = Object.keys(values).reduce((highest, name) => {
    const found = name.startsWith(`${group}[`)
      ? Number(name.slice(group.length + 1, name.indexOf(']'))) + 1
      : 0;
    return Math.max(highest, found);
  }, 0);
  const count = Math.min(most, Math.max(fewest, filled) + (hydrated ? added : 1));
  return { count, add: hydrated && count < most ? () => setAdded(added + 1) : undefined };
}
