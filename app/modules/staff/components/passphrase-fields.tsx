import { useText } from '#platform/web/page-texts.ts';
import { TextField } from '#ui/text-field.tsx';

/** A new passphrase, typed twice: a slip of the finger would lock its owner out. */
export function PassphraseFields() {
  const t = useText('staff');
  const shared = { type: 'password', autoComplete: 'new-password', dir: 'ltr', maxLength: 200 } as const;
  return (
    <>
      <TextField {...shared} name="passphrase" label={t('passphrase.new')} hint={t('passphrase.new-hint')} />
      <TextField {...shared} name="passphraseAgain" label={t('passphrase.again')} />
    </>
  );
}
