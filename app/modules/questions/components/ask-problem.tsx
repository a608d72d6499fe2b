import { markLanguage } from '#platform/language/interface-languages.ts';
import type { DescribedProblem } from '#platform/web/describe-problem.server.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';

/** On top of a public form: what is wrong, each line a link to its field. */
export function AskProblem({
  problem,
  labels,
}: {
  problem: DescribedProblem | undefined;
  labels: Record<string, string>;
}) {
  const t = useText('ask');
  const { language } = usePageTexts();
  if (!problem) return null;
  const isForm = problem.fields.length > 0;
  const mark = markLanguage(problem.lang, language);
  return (
    <div className="ask-problem" role="alert">
      {isForm ? <h2>{t('errors')}</h2> : <h2 {...mark}>{problem.title}</h2>}
      {!isForm && <p {...mark}>{problem.next}</p>}
      <ul>
        {problem.fields.map(({ name, message, lang }) => (
          <li key={name}>
            <a href={`#ask-${name}`}>
              {labels[name] && `${labels[name]}: `}
              <span {...markLanguage(lang, language)}>{message}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
