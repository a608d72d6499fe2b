/** What pages of other modules show of sign-in: the passphrase and second factor of a first coordinator, a fresh code. */
export { asList } from './as-list.ts';
export { LinkPanel } from './components/link-panel.tsx';
export { CodeField, StepUpField } from './components/code-field.tsx';
export { PasskeyDoor } from './components/passkey-door.tsx';
export { PassphraseFields } from './components/passphrase-fields.tsx';
export { SecondFactorFields } from './components/second-factor-fields.tsx';
export { samePassphrase } from './passphrase-form.ts';
