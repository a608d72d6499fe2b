import { useNavigation } from 'react-router';
import { Button, type ButtonProps } from './button.tsx';
import { KeyHint } from './key-hint.tsx';

/** The button that sends a form; it shows that the form is on its way. */
export function SubmitButton({ children, hint = false, ...rest }: ButtonProps & { hint?: boolean }) {
  const { state, formMethod } = useNavigation();
  const busy = state !== 'idle' && formMethod !== undefined && formMethod !== 'GET';
  return (
    <Button {...rest} busy={busy}>
      {children}
      {hint && <KeyHint keys="Ctrl ↵" />}
    </Button>
  );
}
