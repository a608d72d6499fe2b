import { useMemo } from 'react';
import { FormFrame, type FormFrameProps, type Refusal } from '#ui/form-frame.tsx';
import { useText } from './page-texts.ts';

export interface PageFormProps extends Omit<FormFrameProps, 'words' | 'refusal'> {
  /** The action's data as it is: shown only when it is a refused form. */
  submitted?: unknown;
}

/** The form of our pages: `<PageForm formKey={key} submitted={useActionData()}>`. */
export function PageForm({ submitted, ...rest }: PageFormProps) {
  const t = useText('common');
  const words = useMemo(() => ({ optional: t('form.optional'), required: t('form.required') }), [t]);
  return <FormFrame {...rest} words={words} refusal={isRefusal(submitted) ? submitted : undefined} />;
}

function isRefusal(submitted: unknown): submitted is Refusal {
  return typeof submitted === 'object' && submitted !== null && 'ok' in submitted && submitted.ok === false;
}
