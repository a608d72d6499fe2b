import { useId, useState } from 'react';
import { useText } from '#platform/web/page-texts.ts';
import { useHydrated } from '#ui/use-hydrated.ts';
import { fieldId } from '#ui/form-state.ts';
import type { Switches } from '../centre-switches.ts';
import { type FieldList, isDelicateField, type SwitchList, switchLists } from '../switch-lists.ts';
import { CodeSwitches } from './code-switches.tsx';
import { FieldSwitches } from './field-switches.tsx';
import { useSwitchLabels } from './use-switch-labels.ts';

/** Every topic, field and list value with its tick, folded by list. Typing finds one in all of them at once. */
export function SwitchFields({ switches }: { switches: Switches }) {
  const t = useText('centres');
  const hydrated = useHydrated();
  const [wanted, setWanted] = useState('');
  const searchId = useId();
  return (
    <div className="grid gap-4">
      {hydrated && (
        <div className="field">
          <label className="field-label" htmlFor={searchId}>
            {t('use.search')}
          </label>
          <input
            id={searchId}
            className="input"
            type="search"
            dir="auto"
            autoComplete="off"
            placeholder={t('use.search-example')}
            value={wanted}
            onChange={(event) => setWanted(event.currentTarget.value)}
            // Enter would send the form while one is only looking for something in it.
            onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && event.preventDefault()}
          />
        </div>
      )}
      <div className="folds">
        {[...switchLists.values()].map((list, at) => (
          <ListFold
            key={list.name}
            id={fieldId(`lists[${at}]`)}
            list={list}
            switches={switches}
            wanted={wanted.trim().toLocaleLowerCase()}
          />
        ))}
      </div>
    </div>
  );
}

function ListFold({
  id,
  list,
  switches,
  wanted,
}: {
  id: string;
  list: SwitchList;
  switches: Switches;
  wanted: string;
}) {
  const t = useText('centres');
  const { labelOf } = useSwitchLabels(list);
  const [off, setOff] = useState(() => new Set(list.codes.filter((code) => !switches.isOn(list.name, code))));
  const found =
    wanted === ''
      ? undefined
      : new Set(list.codes.filter((code) => labelOf(code).toLocaleLowerCase().includes(wanted)));
  // What is not looked for is hidden, not removed: it must still be sent.
  const isHidden = found?.size === 0;
  const turn = (codes: readonly string[], on: boolean) =>
    setOff((before) => {
      const after = new Set(before);
      for (const code of codes) {
        if (on) after.delete(code);
        else after.add(code);
      }
      return after;
    });
  const used = list.codes.length - off.size;
  const shared = { list, found, onTurn: turn };
  return (
    <details className="fold" id={id} hidden={isHidden} open={(found && found.size > 0) || undefined}>
      <summary>
        <span>{t(`list.${list.name}`)}</span>
        <span className="badge" data-tone={off.size > 0 ? 'attention' : undefined}>
          {off.size > 0
            ? t('use.some', { used, all: list.codes.length })
            : t('use.all', { count: list.codes.length })}
        </span>
      </summary>
      <div className="fold-body">
        {list.kind === 'fields' ? (
          <FieldSwitches
            {...shared}
            stateOf={(code) =>
              !switches.isOn(list.name, code)
                ? 'off'
                : switches.isRequired(list.name as FieldList, code)
                  ? 'required'
                  : 'on'
            }
            isDelicate={isDelicateField}
          />
        ) : (
          <CodeSwitches {...shared} off={off} />
        )}
      </div>
    </details>
  );
}
