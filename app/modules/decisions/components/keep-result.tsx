import { useText } from '#platform/web/page-texts.ts';
import { Card } from '#ui/card.tsx';
import type { Answers } from '../decision.ts';
import { writeAnswers } from '../read-answers.ts';

interface Props {
  answers: Answers;
  formKey: string;
  action: string;
}

/** The counsellor's own step, in the counsellor's language: keeping is asked for, never by itself. */
export function KeepResult({ answers, formKey, action }: Props) {
  const t = useText('decisions');
  return (
    <Card id="keep" title={t('keep')}>
      <p>{t('keepNote')}</p>
      <form method="post" action={action}>
        <input type="hidden" name="_key" value={formKey} />
        {writeAnswers(answers).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="button" data-tone="primary" name="go" value="keep">
          {t('keep')}
        </button>
      </form>
    </Card>
  );
}
