import { directionOf } from '#platform/language/interface-languages.ts';
import type { Inline } from '../block.ts';
import { isNumberToCall, safeHref } from '../body-link.ts';
import { formatFactValue } from '../fact-value.ts';
import { FactAddress } from './fact-address.tsx';
import type { GuideReading } from './guide-body.tsx';

export function GuideInlines({ inlines, reading }: { inlines: readonly Inline[]; reading: GuideReading }) {
  return inlines.map((inline, at) => <GuideInline key={at} inline={inline} reading={reading} />);
}

function GuideInline({ inline, reading }: { inline: Inline; reading: GuideReading }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return <br />;
    case 'strong':
      return (
        <strong>
          <GuideInlines inlines={inline.children} reading={reading} />
        </strong>
      );
    case 'emphasis':
      return (
        <em>
          <GuideInlines inlines={inline.children} reading={reading} />
        </em>
      );
    case 'value':
      return <GuideValue code={inline.code} reading={reading} />;
    case 'link':
      return <GuideLink inline={inline} reading={reading} />;
  }
}

function GuideLink({ inline, reading }: { inline: Inline & { kind: 'link' }; reading: GuideReading }) {
  const words = <GuideInlines inlines={inline.children} reading={reading} />;
  if (inline.href.startsWith('page:')) {
    const href = reading.pageHref(inline.href.slice(5));
    return href === undefined ? words : <a href={href}>{words}</a>;
  }
  // Read again here: blocks may have come out of a store.
  const href = safeHref(inline.href);
  if (href === undefined) return words;
  return (
    <a href={href} rel={href.startsWith('https:') ? 'noreferrer' : undefined}>
      {isNumberToCall(inline) ? <bdi dir="ltr">{words}</bdi> : words}
    </a>
  );
}

/** The value inside a sentence; a rule without a value is told by its statement. */
function GuideValue({ code, reading }: { code: string; reading: GuideReading }) {
  const { language, texts } = reading;
  const fact = reading.facts(code);
  const dir = directionOf(language);
  if (!fact) {
    return (
      <bdi className="guide-missing" lang={language} dir={dir}>
        ({texts('askUs')})
      </bdi>
    );
  }
  if (fact.kind === 'phone' || fact.kind === 'web') return <FactAddress fact={fact} reading={reading} />;
  const value = formatFactValue(fact, language, texts);
  return (
    <>
      {value === '' ? (
        <bdi lang={fact.statementLanguage} dir={directionOf(fact.statementLanguage)}>
          {fact.statement}
        </bdi>
      ) : (
        <bdi className="guide-value" lang={language} dir={dir}>
          {value}
        </bdi>
      )}
      {fact.isOverdue && (
        <bdi className="guide-soft" lang={language} dir={dir}>
          {' '}
          ({texts('overdueShort')})
        </bdi>
      )}
    </>
  );
}
