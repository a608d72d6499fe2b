import type { Reason } from '../decision-result.ts';
import type { ResultView } from '../guide-view.server.ts';
import type { DecideReading } from './decide-reading.ts';
import { PageLinks } from './page-links.tsx';

interface Props {
  reasons: readonly Reason[];
  view: ResultView;
  reading: DecideReading;
}

/** Why: each reason in words, with the numbers of its sources and a page to go on reading. */
export function ReasonList({ reasons, view, reading: { t } }: Props) {
  const place = (id: string) => view.decision.sources.findIndex((source) => source.id === id) + 1;
  return (
    <ul className="decide-reasons">
      {reasons.map(({ code, level, values, sources, pages }) => (
        <li key={code} data-level={level}>
          {t(`reason.${code}`, values)}{' '}
          {sources.map((id) => (
            <a key={id} className="decide-cite" href={`#source-${place(id)}`}>
              [{place(id)}]
            </a>
          ))}{' '}
          <PageLinks slugs={pages} view={view} />
        </li>
      ))}
    </ul>
  );
}
