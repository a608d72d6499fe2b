/** Passkeys somebody may have at once: a phone, a computer at the desk, a key in the safe, and room. */
export const mostPasskeys = 10;

/**
 * Does a counter say that there are two of this key? It must grow with each use; keys that are kept in several
 * places on purpose always say 0.
 */
export const isCopied = (kept: number, said: number): boolean => (kept > 0 || said > 0) && said <= kept;

/** What somebody can sign in with. */
export interface SignInMethods {
  passphrase: boolean;
  oneTimeCode: boolean;
  /** Those that open the door: not the suspected ones. */
  passkeys: number;
}

/** Passphrase and code count together; a passkey counts alone. */
export const canSignIn = ({ passphrase, oneTimeCode, passkeys }: SignInMethods): boolean =>
  passkeys > 0 || (passphrase && oneTimeCode);
