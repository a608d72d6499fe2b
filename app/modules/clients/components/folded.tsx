import { type ReactNode, useContext } from 'react';
import { FormStateContext } from '#ui/form-state.ts';

interface FoldedProps {
  title: ReactNode;
  hint?: ReactNode;
  /** Fields inside: open from the start when one of them is filled in or wrong. */
  names?: RegExp;
  open?: boolean;
  children: ReactNode;
}

/** A part of a form that most people do not need. It opens by itself when there is something in it. */
export function Folded({ title, hint, names, open = false, children }: FoldedProps) {
  const { values, problems } = useContext(FormStateContext);
  const inUse =
    names !== undefined &&
    (Object.keys(values).some((name) => names.test(name) && values[name] !== '') ||
      problems.some(({ name }) => names.test(name)));
  return (
    <details className="folded" open={open || inUse}>
      <summary>
        <span className="folded-title">{title}</span>
        {hint && <span className="field-hint">{hint}</span>}
      </summary>
      <div className="folded-body">{children}</div>
    </details>
  );
}
