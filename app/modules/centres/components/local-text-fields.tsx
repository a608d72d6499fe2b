import { interfaceLanguage, interfaceLanguages } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { useField } from '#ui/form-state.ts';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { LocalText } from '../centre.tables.server.ts';

interface LocalTextFieldsProps {
  /** Sends `name.<language>`. */
  name: string;
  label: string;
  hint?: string;
  values?: LocalText;
  /** Several lines, as on an envelope. */
  multiline?: boolean;
  optional?: boolean;
  required?: boolean;
}

/** One text in the reader's own language, and folded below it the same in the others. */
export function LocalTextFields({
  name,
  label,
  hint,
  values = {},
  multiline,
  optional,
  required,
}: LocalTextFieldsProps) {
  const t = useText('centres');
  const { language } = usePageTexts();
  const own = interfaceLanguage(language);
  const others = interfaceLanguages.filter(({ code }) => code !== own.code);
  // "No name in any language" is a problem of all of them: it is shown at the first.
  const whole = useField(name);
  const ownField = useField(`${name}.${own.code}`);
  const filled = others.some(({ code }) => values[code]);
  const control = (code: string, dir: 'ltr' | 'rtl', text: React.ReactNode, isMain: boolean) => {
    const shared = {
      name: `${name}.${code}`,
      label: text,
      lang: code,
      dir,
      defaultValue: values[code],
      ...(isMain && { hint, optional, required, error: ownField.error ?? whole.error, autoComplete: 'off' }),
    };
    return multiline ? <TextArea key={code} {...shared} rows={3} /> : <TextField key={code} {...shared} />;
  };
  return (
    <div className="grid gap-2" id={whole.id}>
      {control(own.code, own.dir, label, true)}
      <details className="fold" open={filled || undefined}>
        <summary>{t('local-text.others', { what: label })}</summary>
        <div className="fold-body">
          {others.map(({ code, dir, ownName }) =>
            control(
              code,
              dir,
              <>
                {label} · <Bdi lang={code}>{ownName}</Bdi>
              </>,
              false,
            ),
          )}
        </div>
      </details>
    </div>
  );
}
