import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import type { SwitchList } from '../switch-lists.ts';
import { tickName } from '../switch-form.ts';
import { useSwitchLabels } from './use-switch-labels.ts';

interface CodeSwitchesProps {
  list: SwitchList;
  off: ReadonlySet<string>;
  /** Only these are looked for; undefined when nothing is. */
  found: ReadonlySet<string> | undefined;
  onTurn: (codes: readonly string[], on: boolean) => void;
}

/** The values of a list in their groups: ticked ones are used. */
export function CodeSwitches({ list, off, found, onTurn }: CodeSwitchesProps) {
  const t = useText('centres');
  const hydrated = useHydrated();
  const { labelOf, groupOf } = useSwitchLabels(list);
  return list.groups.map(({ group, codes }) => (
    <fieldset key={group ?? ''} className="fieldset" hidden={found && !codes.some((code) => found.has(code))}>
      <legend className="visually-hidden">{group ? groupOf(group) : t(`list.${list.name}`)}</legend>
      {/* A legend cannot stand in a row with buttons; its words do, and the legend is for screen readers. */}
      {group && (
        <div className="flex flex-wrap items-center gap-x-2">
          <strong aria-hidden="true" className="me-auto font-semibold">
            {groupOf(group)}
          </strong>
          {hydrated && !found && (
            <>
              <Button
                type="button"
                tone="quiet"
                size="small"
                aria-label={`${t('use.all-on')}: ${groupOf(group)}`}
                onClick={() => onTurn(codes, true)}
              >
                {t('use.all-on')}
              </Button>
              <Button
                type="button"
                tone="quiet"
                size="small"
                aria-label={`${t('use.all-off')}: ${groupOf(group)}`}
                onClick={() =>
                  onTurn(
                    codes.filter((code) => !list.fixed.has(code)),
                    false,
                  )
                }
              >
                {t('use.all-off')}
              </Button>
            </>
          )}
        </div>
      )}
      <div className="choices" data-layout="columns">
        {codes.map((code) => {
          const fixed = list.fixed.has(code);
          return (
            <label
              key={code}
              className="choice"
              hidden={found && !found.has(code)}
              title={fixed ? t('use.fixed') : undefined}
            >
              <input
                type="checkbox"
                name={tickName(list.name)}
                value={code}
                checked={fixed || !off.has(code)}
                disabled={fixed}
                onChange={(event) => onTurn([code], event.currentTarget.checked)}
              />
              <span className="choice-text">{labelOf(code)}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  ));
}
