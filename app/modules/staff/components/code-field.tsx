import { useRouteLoaderData } from 'react-router';
import { useText } from '#platform/web/page-texts.ts';
import { TextField } from '#ui/text-field.tsx';
import { PasskeyButton } from './passkey-button.tsx';

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

/** Asks for a fresh code where the last one is older than ten minutes; a passkey does as well for whoever has one. */
export function StepUpField({ needed }: { needed: boolean }) {
  const t = useText('staff');
  const frame = useRouteLoaderData<{ hasPasskey?: boolean }>('modules/workspace/pages/workspace.layout');
  if (!needed) return null;
  return (
    <div className="grid gap-3">
      <CodeField label={t('step-up.label')} hint={t('step-up.hint')} />
      {frame?.hasPasskey && (
        <PasskeyButton
          address="/staff/passkey/step-up"
          name="provenBy"
          label={t('passkey.instead-of-code')}
        />
      )}
    </div>
  );
}
