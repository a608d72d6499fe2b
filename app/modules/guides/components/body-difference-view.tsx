import { useText } from '#platform/web/page-texts.ts';
import type { BodyPart } from '../body-difference.ts';

const looks = {
  both: 'text-ink-soft',
  saved: 'border-s-4 border-saffron bg-saffron-tint ps-3',
  typed: 'border-s-4 border-teal bg-teal-tint ps-3',
} as const;

/** A colleague's text and one's own, block by block; what both share is grey. */
export function BodyDifferenceView({ parts, lang }: { parts: readonly BodyPart[]; lang: string }) {
  const t = useText('guides');
  return (
    <div className="grid gap-2" lang={lang}>
      {parts.map((part, at) => (
        <div key={at} className={looks[part.in]}>
          {part.in !== 'both' && <strong className="block text-sm">{t(`difference.${part.in}`)}</strong>}
          <pre className="m-0 whitespace-pre-wrap font-sans" dir="auto">
            {part.text}
          </pre>
        </div>
      ))}
    </div>
  );
}
