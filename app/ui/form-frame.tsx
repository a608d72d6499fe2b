import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { Form, type FormProps, useNavigation } from 'react-router';
import { classNames } from './class-names.ts';
import { ErrorSummary } from './error-summary.tsx';
import { type FormState, FormStateContext } from './form-state.ts';

/** What an action gives back when it refused a form. */
export interface Refusal {
  problem: { title: string; next: string; fields: { name: string; message: string }[] };
  values: Record<string, string | string[]>;
}

export interface FormFrameProps extends Omit<FormProps, 'children'> {
  /** Sent as `_key`: the same key twice is written once. Make it in the loader. */
  formKey?: string;
  refusal?: Refusal;
  /** What was typed before and kept (a draft); a refused form's own values win. */
  values?: Record<string, string | string[]>;
  words: FormState['words'];
  /** Where several forms of one page have fields of the same name: a word of its own for each, or labels lead astray. */
  within?: string;
  /** Labels by field name, said before each line of the error summary: "Given name: Fill this in". */
  labels?: Record<string, string>;
  children: ReactNode;
}

/**
 * A form that keeps what was typed, says on top what is wrong, and is sent once however often one clicks.
 * It works without script; with it, Ctrl-Enter sends from any field.
 */
export function FormFrame(props: FormFrameProps) {
  const {
    formKey,
    refusal,
    values,
    words,
    within,
    labels = {},
    children,
    className,
    onKeyDown,
    onSubmit,
    ...rest
  } = props;
  const state = useMemo<FormState>(
    () => ({
      values: refusal?.values ?? values ?? {},
      problems: refusal?.problem.fields ?? [],
      words,
      within,
    }),
    [refusal, values, words, within],
  );
  const navigation = useNavigation();
  const sending = useRef(false);
  useEffect(() => {
    if (navigation.state === 'idle') sending.current = false;
  }, [navigation.state]);

  function sendByKey(event: KeyboardEvent<HTMLFormElement>) {
    onKeyDown?.(event);
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  }

  return (
    <FormStateContext value={state}>
      <Form
        method="post"
        // The browser's own bubbles speak the browser's language and vanish; ours stay and are linked.
        noValidate
        {...rest}
        className={classNames('form-stack', className)}
        onKeyDown={sendByKey}
        onSubmit={(event) => {
          if (sending.current) event.preventDefault();
          else {
            onSubmit?.(event);
            sending.current = !event.defaultPrevented && rest.method !== 'get';
          }
        }}
      >
        {formKey && <input type="hidden" name="_key" value={formKey} />}
        {refusal && (
          <ErrorSummary
            title={refusal.problem.title}
            next={refusal.problem.next}
            fields={labelled(refusal.problem.fields, labels)}
          />
        )}
        {children}
      </Form>
    </FormStateContext>
  );
}

function labelled(
  fields: Refusal['problem']['fields'],
  labels: Record<string, string>,
): Refusal['problem']['fields'] {
  return fields.map(({ name, message }) => ({
    name,
    message: labels[name] ? `${labels[name]}: ${message}` : message,
  }));
}
