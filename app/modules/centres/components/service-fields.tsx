import { codeLists } from '#platform/code-lists/code-lists.ts';
import { useText } from '#platform/web/page-texts.ts';
import { useField, useWasRefused } from '#ui/form-state.ts';

/** What the centre does for people, by kind. Folded, with what is chosen counted beside each kind. */
export function ServiceFields({ chosen = [] }: { chosen?: readonly string[] }) {
  const t = useText('centres');
  const codes = useText('code-lists');
  const field = useField('services');
  const refused = useWasRefused();
  const ticked = new Set(refused ? field.typedList : chosen);
  const { service } = codeLists;
  return (
    <fieldset className="fieldset" data-size="section" id={field.id}>
      <legend>{t('services.title')}</legend>
      <p className="field-hint">{t('services.hint')}</p>
      <div className="folds">
        {service.groups.map((group) => {
          const all = service.codesIn(group);
          const count = all.filter((code) => ticked.has(code)).length;
          return (
            <details key={group} className="fold" open={group === 'info' || undefined}>
              <summary>
                <span>{codes(`serviceGroup.${group}`)}</span>
                {count > 0 && (
                  <span className="badge" data-tone="teal">
                    {t('services.count', { count })}
                  </span>
                )}
              </summary>
              <div className="fold-body">
                <div className="choices" data-layout="columns">
                  {all.map((code) => (
                    <label key={code} className="choice">
                      <input type="checkbox" name="services" value={code} defaultChecked={ticked.has(code)} />
                      <span className="choice-text">{codes(`service.${code}`)}</span>
                    </label>
                  ))}
                </div>
              </div>
            </details>
          );
        })}
      </div>
    </fieldset>
  );
}
