import { useContext, useEffect, useRef } from 'react';
import { type FieldProblem, FormStateContext, fieldId } from './form-state.ts';
import { Icon } from './icon.tsx';

export interface ErrorSummaryProps {
  title: string;
  /** What to do next. */
  next?: string;
  fields?: readonly FieldProblem[];
}

/** What went wrong with a form, on top of it, each line leading to its field. Takes the focus. */
export function ErrorSummary({ title, next, fields = [] }: ErrorSummaryProps) {
  const { within } = useContext(FormStateContext);
  const box = useRef<HTMLDivElement>(null);
  const shown = `${title} ${fields.map((field) => field.name).join(' ')}`;
  const lastShown = useRef('');
  useEffect(() => {
    if (lastShown.current !== shown) box.current?.focus();
    lastShown.current = shown;
  }, [shown]);
  return (
    <div ref={box} className="notice error-summary" data-tone="danger" role="alert" tabIndex={-1}>
      <Icon name="danger" />
      <div className="notice-body">
        <p className="notice-title">{title}</p>
        {next && <p>{next}</p>}
        {fields.length > 0 && (
          <ul>
            {fields.map((field) => (
              <li key={field.name + field.message}>
                <a href={`#${fieldId(field.name, within)}`}>{field.message}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
