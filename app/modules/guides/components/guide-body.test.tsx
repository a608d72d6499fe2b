import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { FactView } from '#modules/facts/index.server.ts';
import { createTranslators } from '#platform/language/translators.server.ts';
import { parseBody } from '../parse-body.ts';
import { GuideBody, type GuideBodyProps } from './guide-body.tsx';

const translators = createTranslators({ dir: new URL('../../../../locales', import.meta.url).pathname });

const fee: FactView = {
  code: 'fee',
  kind: 'fee',
  statement: 'The stamp of the office.',
  statementLanguage: 'en',
  statementIsDraft: false,
  value: '1500',
  unit: 'PKR',
  source: { title: 'Office of <Stamps>', url: 'https://office.example/a', date: '2021' },
  confidence: 'official',
  checkedOn: '2026-11-01',
  isOverdue: false,
  conflicts: [],
  version: 1,
};
const facts = new Map<string, FactView>([
  ['fee', fee],
  ['old', { ...fee, code: 'old', isOverdue: true, confidence: 'reported' }],
  ['new', { ...fee, code: 'new', checkedOn: undefined, statementIsDraft: true, valueTo: '2000' }],
  ['apart', { ...fee, code: 'apart', conflicts: [{ code: 'days', note: 'The other office counts days.' }] }],
  ['days', { ...fee, code: 'days', kind: 'time_limit', value: '3', valueTo: '11', unit: 'days' }],
  ['rule', { ...fee, code: 'rule', kind: 'rule', value: undefined, unit: undefined }],
  ['line', { ...fee, code: 'line', kind: 'phone', value: undefined, unit: undefined, text: '+92 21 111' }],
  [
    'site',
    {
      ...fee,
      code: 'site',
      kind: 'web',
      value: undefined,
      unit: undefined,
      text: 'https://www.office.example/',
    },
  ],
  ['trap', { ...fee, code: 'trap', kind: 'web', value: undefined, text: 'javascript:alert(1)' }],
]);

function draw(markdown: string, language = 'en', more: Partial<GuideBodyProps> = {}): string {
  return renderToStaticMarkup(
    <GuideBody
      blocks={parseBody(markdown)}
      facts={(code) => facts.get(code)}
      pageHref={(slug) => (slug === 'known' ? `/${language}/guides/known` : undefined)}
      centre={<p>Our house</p>}
      language={language}
      texts={translators.for(language, 'guide-body')}
      {...more}
    />,
  );
}

describe('what may not be', () => {
  it('no script, style, handler or name comes out of a text, whatever was typed', () => {
    const html = draw(
      '<script>a</script> <b onclick="x" style="y" id="z">b</b> ![p](https://a.example/p.png)\n\n' +
        ':::warning{#id .class style=x onclick=y}\n[a](javascript:b)\n:::\n\n::fact[trap]\n\n:fact[trap]',
    );
    expect(html).not.toMatch(
      /<(?:script|b|img)\b|<[^>]+ (?:style|id|name|on\w+)=|href="(?!https:|tel:|mailto:|\/)/u,
    );
    expect(html).toContain('&lt;script&gt;');
  });

  it('a link that was slipped past the parser is still only its words', () => {
    const blocks = [
      {
        kind: 'paragraph',
        children: [{ kind: 'link', href: 'javascript:a', children: [{ kind: 'text', text: 'w' }] }],
      },
    ] as const;
    expect(draw('', 'en', { blocks: blocks as never })).toContain('<p>w</p>');
  });

  it('a fact that is gone is never blank', () => {
    expect(draw('It costs :fact[gone].')).toMatch(/It costs <bdi[^>]*>\(ask us\)<\/bdi>\./u);
    expect(draw('::fact[gone]', 'ar')).toContain('اسألنا');
  });

  it('a page that is not published is named without a link', () => {
    expect(draw('[one](page:known) [two](page:unknown)')).toMatch(
      /<a href="\/en\/guides\/known">one<\/a> two/u,
    );
  });
});

describe('a fact', () => {
  it('shows value, statement, source with its year, and the day of the check', () => {
    const html = draw('::fact[fee]');
    for (const shown of [
      'PKR 1500',
      'The stamp of the office.',
      'Office of &lt;Stamps&gt;',
      '2021',
      'Checked on 1 November 2026',
    ])
      expect(html).toContain(shown);
    expect(html).toContain('<a href="https://office.example/a" rel="noreferrer">');
  });

  it('says what is not certain: unchecked, overdue, hearsay, draft, conflict with the other value', () => {
    expect(draw('::fact[new]')).toContain('Check before you rely on it');
    expect(draw('::fact[new]')).toContain('Draft translation');
    expect(draw('::fact[old]')).toMatch(/checked this again by now.*Ask us/u);
    expect(draw('::fact[old]')).toContain('Heard from people');
    expect(draw('for :fact[old]')).toContain('to be checked again');
    expect(draw('::fact[apart]')).toMatch(/Sources differ.*3 to 11 days.*The other office counts days/u);
  });

  it('keeps language and direction of a statement that has no translation', () => {
    expect(draw('::fact[fee]', 'ur')).toMatch(/<p lang="en" dir="ltr">The stamp/u);
    expect(draw(':fact[rule]', 'ur')).toMatch(/<bdi lang="en" dir="ltr">The stamp/u);
  });

  it('is written in the digits of the reader, and phones from left to right', () => {
    expect(draw(':fact[days]', 'ar')).toContain('٣ إلى ١١ يومًا');
    expect(draw(':fact[days]', 'bn')).toContain('৩ থেকে ১১ দিন');
    expect(draw(':fact[line]', 'ur')).toContain(
      '<bdi dir="ltr" class="guide-value"><a href="tel:+9221111">+92 21 111</a>',
    );
    expect(draw('::fact[site]')).toContain(
      '<a href="https://www.office.example/" rel="noreferrer">office.example</a>',
    );
  });
});

it('a checklist has boxes without names, steps and conditions in words', () => {
  const markdown =
    ':::checklist\n- Card :at[visa]\n- Letter :for{route=state}\n- Paper :for{route=direct}\n:::';
  const html = draw(markdown);
  expect(html.match(/<input type="checkbox" autoComplete="off"\/>/gu)).toHaveLength(3);
  expect(html).toContain('Needed for: visa');
  expect(html).toContain('Only if: an employer hires you directly');
  const mine = draw(markdown, 'en', { readerCase: { route: 'direct' } });
  expect(mine).not.toContain('Letter');
  expect(mine).not.toContain('Only if');
});

it('the original that stands in for a translation says its language; facts and marks speak the reader’s', () => {
  const html = draw('Words\n\n:::warning\nStop\n:::', 'ar', { textLanguage: 'en' });
  expect(html).toMatch(/^<div class="guide-body" lang="en" dir="ltr">/u);
  expect(html).toContain('<p class="guide-warning-word" lang="ar" dir="rtl">');
});

it('marks the parts whose original has moved on', () => {
  expect(draw('One\n\nTwo', 'en', { staleBlocks: [1] })).toMatch(
    /<p>One<\/p><div class="guide-stale">.*changed since.*Two/u,
  );
});

it('draws our centre, tables one can scroll by keyboard, numbered steps', () => {
  const html = draw('::centre\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n1. Go\n2. Ask');
  expect(html).toContain('<p>Our house</p>');
  expect(html).toMatch(/role="region" aria-label="Table" tabindex="0"><table>.*<th scope="col">a<\/th>/u);
  expect(html).toContain('<ol class="guide-steps"><li>Go</li><li>Ask</li></ol>');
});
