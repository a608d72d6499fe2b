import { useText } from '#platform/web/page-texts.ts';
import { TextField } from '#ui/text-field.tsx';

/** Two groups typed from the printed sheet. Their numbers stand in the digits of the sheet, as text. */
export function SheetProofFields({ groups }: { groups: readonly [number, number] }) {
  const t = useText('setup');
  const shared = {
    dir: 'ltr',
    width: 'short',
    autoComplete: 'off',
    spellCheck: false,
    maxLength: 20,
  } as const;
  return (
    <div className="field-row">
      <TextField {...shared} name="first" label={t('sheet.group', { number: String(groups[0]) })} />
      <TextField {...shared} name="second" label={t('sheet.group', { number: String(groups[1]) })} />
    </div>
  );
}
