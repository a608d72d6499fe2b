import { useText } from '#platform/web/page-texts.ts';
import { TextField } from '#ui/text-field.tsx';

/** A one-time code from the authenticator app. */
export function CodeField({ name = 'code', label, hint }: { name?: string; label?: string; hint?: string }) {
  const t = useText('staff');
  return (
    <TextField
      name={name}
      label={label ?? t('code.label')}
      hint={hint ?? t('code.hint')}
      inputMode="numeric"
      autoComplete="one-time-code"
      dir="ltr"
      width="short"
      maxLength={12}
    />
  );
}

/** Asks for a fresh code where the last one is older than ten minutes. */
export function StepUpField({ needed }: { needed: boolean }) {
  const t = useText('staff');
  return needed ? <CodeField label={t('step-up.label')} hint={t('step-up.hint')} /> : null;
}
