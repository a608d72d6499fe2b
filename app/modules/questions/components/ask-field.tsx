import type { ReactNode } from 'react';
import type { DescribedField } from '#platform/web/describe-problem.server.ts';
import { AskError } from './ask-error.tsx';

interface Props {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error: Omit<DescribedField, 'name'> | undefined;
  /** The control, given its id and what describes it. */
  children: (control: {
    id: string;
    name: string;
    'aria-describedby'?: string;
    'aria-invalid'?: true;
  }) => ReactNode;
}

/** One field of a public form: label, hint, what is wrong, control. */
export function AskField({ name, label, hint, error, children }: Props) {
  const id = `ask-${name}`;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="ask-field" data-wrong={error ? '' : undefined}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <AskError error={error} id={`${id}-error`} />
      {children({
        id,
        name,
        ...(describedBy && { 'aria-describedby': describedBy }),
        ...(error && { 'aria-invalid': true as const }),
      })}
    </div>
  );
}
