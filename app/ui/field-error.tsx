import { Icon } from './icon.tsx';

/** The sentence under a label that says what is wrong with what was typed. */
export function FieldError({ id, message }: { id: string; message?: string }) {
  if (!message) return null;
  return (
    <p className="field-error" id={id}>
      <Icon name="attention" />
      <span>{message}</span>
    </p>
  );
}
