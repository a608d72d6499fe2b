import type { FactView } from '#modules/facts/index.server.ts';
import { phoneHref, safeHref } from '../body-link.ts';
import { formatFactValue } from '../fact-value.ts';
import type { GuideReading } from './guide-body.tsx';

/** A phone number or web address to tap, always read from left to right; what is neither stays text. */
export function FactAddress({
  fact,
  reading,
}: {
  fact: Pick<FactView, 'kind' | 'text'>;
  reading: Pick<GuideReading, 'language' | 'texts'>;
}) {
  const written = fact.text ?? '';
  const shown = formatFactValue(fact, reading.language, reading.texts);
  const href = fact.kind === 'phone' ? phoneHref(written) : safeHref(written);
  if (shown === '') return `(${reading.texts('askUs')})`;
  return (
    <bdi dir="ltr" className="guide-value">
      {href === undefined ? (
        shown
      ) : (
        <a href={href} rel={fact.kind === 'web' ? 'noreferrer' : undefined}>
          {shown}
        </a>
      )}
    </bdi>
  );
}
