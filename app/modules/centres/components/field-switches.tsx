import { useText } from '#platform/web/page-texts.ts';
import type { SwitchList } from '../switch-lists.ts';
import { fieldName } from '../switch-form.ts';
import { useSwitchLabels } from './use-switch-labels.ts';

interface FieldSwitchesProps {
  list: SwitchList;
  stateOf: (code: string) => 'off' | 'on' | 'required';
  isDelicate: (code: string) => boolean;
  found: ReadonlySet<string> | undefined;
  onTurn: (codes: readonly string[], on: boolean) => void;
}

const states = ['on', 'required', 'off'] as const;

/** The fields of a form: each is asked, must be answered, or is left out. */
export function FieldSwitches({ list, stateOf, isDelicate, found, onTurn }: FieldSwitchesProps) {
  const t = useText('centres');
  const { labelOf } = useSwitchLabels(list);
  return (
    <div className="grid gap-px overflow-hidden rounded-lg border border-line bg-line">
      {list.codes.map((code) => (
        <fieldset
          key={code}
          className="m-0 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-0 bg-surface px-4 py-2"
          hidden={found && !found.has(code)}
        >
          {/* A legend cannot stand in a row with its fields; its words do, and the legend is for screen readers. */}
          <legend className="visually-hidden">{labelOf(code)}</legend>
          <span className="min-w-40" aria-hidden="true">
            <strong className="block font-semibold">{labelOf(code)}</strong>
            {isDelicate(code) && <small className="text-ink-soft">{t('use.delicate')}</small>}
          </span>
          <span className="flex flex-wrap gap-1">
            {states
              .filter((state) => state !== 'required' || list.requirable.has(code))
              .map((state) => (
                <label key={state} className="choice">
                  <input
                    type="radio"
                    name={fieldName(list.name, code)}
                    value={state}
                    defaultChecked={stateOf(code) === state}
                    onChange={() => onTurn([code], state !== 'off')}
                  />
                  <span className="choice-text">{t(`use.state.${state}`)}</span>
                </label>
              ))}
          </span>
        </fieldset>
      ))}
    </div>
  );
}
