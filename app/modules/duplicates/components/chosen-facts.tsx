import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Badge } from '#ui/badge.tsx';
import type { ComparedFact } from './fact-choice.tsx';
import { FactLines } from './fact-lines.tsx';

/** What somebody proposed for the facts in which two files differ: both sides, with a mark at the one that would stand. */
export function ChosenFacts({
  facts,
  fileNo,
}: {
  facts: readonly ComparedFact[];
  fileNo: { kept: string; other: string };
}) {
  const t = useText('duplicates');
  return (
    <dl className="chosen-facts">
      {facts.map((fact) => (
        <div key={fact.field} className="chosen-fact">
          <dt>{fact.label}</dt>
          {(['kept', 'other'] as const).map((side) => {
            const stands = fact.chosen === side || fact.chosen === 'both';
            return (
              <dd key={side} className="fact-side" data-stands={stands}>
                <FactLines lines={fact[side]} />
                <span className="choice-hint">
                  <Bdi ltr>{fileNo[side]}</Bdi>{' '}
                  {stands && (
                    <Badge tone="teal">
                      {t(fact.chosen === 'both' ? 'compare.take-both' : 'compare.stands')}
                    </Badge>
                  )}
                </span>
              </dd>
            );
          })}
        </div>
      ))}
    </dl>
  );
}
