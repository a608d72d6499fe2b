import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import { Fieldset } from '#ui/fieldset.tsx';
import { TextField } from '#ui/text-field.tsx';
import { useFormRows } from './form-rows.ts';

/** Names as the person says and writes them: the main one, then other spellings and other scripts. */
export function NameRows({
  autoFocus = false,
  prefill,
}: {
  autoFocus?: boolean;
  prefill?: { given: string; family?: string };
}) {
  const t = useText('clients');
  const { count, add } = useFormRows('names', 1, 6);
  return (
    <Fieldset id="f-names" legend={t('form.names')} hint={t('form.names-hint')}>
      {Array.from({ length: count }, (_, index) => (
        <div className="row-fields" key={index}>
          <TextField
            name={`names[${index}].given`}
            label={index === 0 ? t('form.given') : t('form.given-other')}
            defaultValue={index === 0 ? prefill?.given : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            required={index === 0}
            optional={index > 0}
            // Registering starts with the name
            autoFocus={autoFocus && index === 0}
          />
          <TextField
            name={`names[${index}].family`}
            label={index === 0 ? t('form.family') : t('form.family-other')}
            defaultValue={index === 0 ? prefill?.family : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={120}
            optional
          />
        </div>
      ))}
      {add && (
        <div>
          <Button type="button" tone="quiet" size="small" icon="add" onClick={add}>
            {t('form.add-spelling')}
          </Button>
        </div>
      )}
    </Fieldset>
  );
}
