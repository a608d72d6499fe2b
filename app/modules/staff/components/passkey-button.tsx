import { useRef, useState } from 'react';
import { useText } from '#platform/web/page-texts.ts';
import { Button } from '#ui/button.tsx';
import type { ButtonTone } from '#ui/button.tsx';
import { useHydrated } from '#ui/use-hydrated.ts';
import { askPasskey, type PasskeyFailure } from '../ask-passkey.ts';

interface PasskeyButtonProps {
  /** Where the challenge comes from. */
  address: string;
  label: string;
  /** The form's field for the device's answer. */
  name?: string;
  tone?: ButtonTone;
  /** Sends the form's other fields along, so that the code is looked at before a key is made. */
  withForm?: boolean;
  /** As wide as the form. */
  wide?: boolean;
}

/**
 * Asks the device for a passkey and sends the form around it. Shown only where script runs: without it no page can
 * reach a passkey.
 */
export function PasskeyButton({
  address,
  label,
  name = 'passkey',
  tone,
  withForm,
  wide,
}: PasskeyButtonProps) {
  const t = useText('staff');
  const hydrated = useHydrated();
  const field = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<PasskeyFailure>();
  const ask = async () => {
    const form = field.current?.form;
    if (!field.current || !form || busy) return;
    setBusy(true);
    setFailure(undefined);
    const answer = await askPasskey(address, withForm ? new FormData(form) : undefined);
    setBusy(false);
    // A refused code is told by the form itself, at its field.
    if ('failure' in answer && answer.failure !== 'refused') return setFailure(answer.failure);
    field.current.value = 'passkey' in answer ? answer.passkey : '';
    // The form's own button, so that what it says of itself is sent too.
    form.requestSubmit(form.querySelector<HTMLButtonElement>('.form-actions button[type="submit"]'));
    field.current.value = '';
  };
  if (!hydrated) return <input ref={field} type="hidden" name={name} defaultValue="" />;
  return (
    <div className="grid gap-2">
      <input ref={field} type="hidden" name={name} defaultValue="" />
      <div className={wide ? 'grid' : undefined}>
        <Button type="button" tone={tone ?? 'secondary'} icon="key" busy={busy} onClick={() => void ask()}>
          {label}
        </Button>
      </div>
      <div role="status">
        {failure && <p className="m-0 text-ink-soft">{t(`passkey.failed.${failure}`)}</p>}
      </div>
    </div>
  );
}
