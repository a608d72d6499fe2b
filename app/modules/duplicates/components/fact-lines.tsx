import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';

/** What a file says in one field, a line each; where it says nothing, so. */
export function FactLines({ lines }: { lines: readonly string[] }) {
  const t = useText('duplicates');
  if (lines.length === 0) return <span className="fact-empty">{t('compare.empty')}</span>;
  return (
    <span className="fact-lines">
      {lines.map((line, at) => (
        <span key={at}>
          <Bdi>{line}</Bdi>
        </span>
      ))}
    </span>
  );
}
