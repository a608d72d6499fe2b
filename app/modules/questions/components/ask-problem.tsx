import type { DescribedProblem } from '#platform/web/describe-problem.server.ts';
import { useText } from '#platform/web/page-texts.ts';

/** On top of a public form: what is wrong, each line a link to its field. */
export function AskProblem({
  problem,
  labels,
}: {
  problem: DescribedProblem | undefined;
  labels: Record<string, string>;
}) {
  const t = useText('ask');
  if (!problem) return null;
  return (
    <div className="ask-problem" role="alert">
      <h2>{problem.fields.length > 0 ? t('errors') : problem.title}</h2>
      {problem.fields.length === 0 && <p>{problem.next}</p>}
      <ul>
        {problem.fields.map(({ name, message }) => (
          <li key={name}>
            <a href={`#ask-${name}`}>
              {labels[name] && `${labels[name]}: `}
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
