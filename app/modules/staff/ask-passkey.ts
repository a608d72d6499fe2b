/** What a passkey button can end in, apart from the device's answer; words under `staff:passkey.failed`. */
export type PasskeyFailure =
  | 'too-old'
  | 'cancelled'
  | 'none'
  | 'not-here'
  | 'refused'
  | 'no-answer'
  | 'known';

export type PasskeyAnswer = { passkey: string } | { failure: PasskeyFailure };

/** Fetches a challenge, lets the device answer it, and returns the answer as text for a form. Runs in the browser. */
export async function askPasskey(address: string, form?: FormData): Promise<PasskeyAnswer> {
  if (typeof PublicKeyCredential === 'undefined' || !('parseRequestOptionsFromJSON' in PublicKeyCredential))
    return { failure: 'too-old' };
  const makes = address.endsWith('/register');
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: form ?? new FormData(),
      headers: { Accept: 'application/json' },
    });
    const said: unknown = await response.json();
    if (!response.ok) return { failure: failureOf(said) };
    const credential = makes
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
            said as PublicKeyCredentialCreationOptionsJSON,
          ),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
            said as PublicKeyCredentialRequestOptionsJSON,
          ),
        });
    if (!(credential instanceof PublicKeyCredential)) return { failure: 'cancelled' };
    return { passkey: JSON.stringify(credential.toJSON()) };
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'InvalidStateError') return { failure: 'known' };
    return { failure: name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'no-answer' };
  }
}

function failureOf(said: unknown): PasskeyFailure {
  const code = (said as { problem?: { code?: unknown } } | null)?.problem?.code;
  if (code === 'passkey.none') return 'none';
  if (code === 'passkey.not-here') return 'not-here';
  return (said as { refused?: unknown } | null)?.refused === true ? 'refused' : 'no-answer';
}
