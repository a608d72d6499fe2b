import { describe, expect, it } from 'vitest';
import type { Block, Inline } from './block.ts';
import { blockText } from './block-text.ts';
import { bodyLimits } from './body-reader.ts';
import { blockHash, blockSource, parseBody } from './parse-body.ts';

const blockKinds = 'heading paragraph list steps table fact checklist warning contact centre'.split(' ');
const inlineKinds = 'text strong emphasis link value break'.split(' ');

/** Every object in the tree, with how deep it stands. */
function* walk(value: unknown, depth = 0): Generator<[Record<string, unknown>, number]> {
  if (Array.isArray(value)) for (const item of value) yield* walk(item, depth);
  else if (typeof value === 'object' && value !== null) {
    yield [value as Record<string, unknown>, depth];
    for (const item of Object.values(value)) yield* walk(item, depth + 1);
  }
}

function isAllowed([node, depth]: [Record<string, unknown>, number]): boolean {
  const { kind, href, code, text: words } = node as Partial<Record<string, string>>;
  const isKnown = kind === undefined || [...blockKinds, ...inlineKinds].includes(kind);
  const isSafe =
    href === undefined || /^(?:page:[a-z\d-]+|https:\/\/[^\s<>"]+|tel:\+?\d+|mailto:[^\s?]+)$/u.test(href);
  const isCode = code === undefined || /^[a-z\d-]{1,80}$/u.test(code);
  const isClean =
    words === undefined ||
    (words.length <= bodyLimits.characters + 1 &&
      !/[\p{Cs}\u0000-\u0008\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E0FFF}]|\p{M}{5}/u.test(
        words,
      ));
  return depth < 40 && isKnown && isSafe && isCode && isClean;
}

/** What must hold of any text at all. */
function expectHarmless(markdown: string): Block[] {
  const blocks = parseBody(markdown);
  expect(blockSource(markdown)).toHaveLength(blocks.length);
  expect(parseBody(markdown)).toEqual(blocks);
  const nodes = [...walk(blocks)];
  expect(nodes.filter((node) => !isAllowed(node)).slice(0, 3)).toEqual([]);
  expect(nodes.length).toBeLessThan(20_000);
  return blocks;
}

const text = (value: string): Inline => ({ kind: 'text', text: value });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });
const isPlain = (blocks: readonly Block[]) =>
  [...walk(blocks)].every(([node]) =>
    [undefined, 'paragraph', 'text', 'break'].includes(node['kind'] as string),
  );

describe('what is not on the list stays the text it is', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <b onclick="x()">b</b> c',
    '<!-- comment --> <?php ?> <![CDATA[x]]>',
    '<https://evil.example/x>',
    '![a picture](https://evil.example/x.png)',
    '![a](data:image/svg+xml;base64,AAAA)',
    '`code` and ``more``',
    '> quoted',
    '# A title',
    '#### Too small a heading',
    ':evil[x]{onclick=alert(1)}',
    '::iframe[https://evil.example]',
    '::fact[no such/code]',
    '::fact[UPPER]',
    '::fact[x]{class=big}',
    ':fact[**x**]',
    '::centre[with words]',
    '&#x202E;&lt;script&gt;',
    '[a][b]',
    '[^1]',
    '~~gone~~',
    '---',
    '$x^2$ \\\\ {{name}} $t(x)',
  ])('%s', (typed) => {
    const blocks = expectHarmless(typed);
    expect(isPlain(blocks)).toBe(true);
    expect(blockText(blocks).replaceAll(/\s+/gu, ' ')).toBe(typed.replace('\\\\ ', '\\ '));
  });

  it.each([
    '```js\nalert(1)\n```',
    'Title\n=====',
    '[a]: https://evil.example\n\n[a]',
    '    indented code',
    ':::evil{#id .class}\nwords\n:::',
    ':::checklist\nno list\n:::',
    ':::contact\nno name\n:::',
    '::::::\nwords\n::::::',
  ])('%j', (typed) => {
    expect(isPlain(expectHarmless(typed))).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'http://plain.example/',
    '//evil.example/',
    '/setup',
    'page:../../setup',
    'page:Über',
    'https://user:secret@evil.example/',
    'https://evil.example:8443/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https:evil.example',
    'https://evil\\example/',
    'tel:*21*123',
    'tel:#31#',
    'tel:javascript',
    'mailto:a@b.example?body=x',
    'mailto:a@b.example,c@d.example',
    'ftp://evil.example/',
    'blob:https://evil.example/x',
  ])('a link to %s is only its words', (address) => {
    for (const typed of [`[words](${address})`, `[words](<${address}>)`]) {
      const blocks = expectHarmless(typed);
      expect([...walk(blocks)].some(([node]) => 'href' in node)).toBe(false);
      expect(blockText(blocks)).toContain('words');
    }
  });

  it('shows look-alike letters of an address as what they are', () => {
    expect(JSON.stringify(parseBody('[bank](https://аррle.example/)'))).toContain('https://xn--');
  });

  it('takes out what would turn, hide or fake text', () => {
    const typed = 'a\u202Eb\u2066c\u200Fd\u200Be\u0000f\uD800g\u{E0041}h\u2060i\uFEFFj\u00ADk\u061Cl';
    expect(blockText(expectHarmless(typed))).toBe('abcdefghijkl');
    expect(blockText(expectHarmless(`e${'\u0301'.repeat(500)}`))).toBe(`e${'\u0301'.repeat(4)}`);
    expect(blockText(parseBody('ad\u200Dmin pass\u200Cword'))).toBe('admin password');
  });

  it('keeps the joiners that Persian and Bengali spelling needs', () => {
    expect(blockText(parseBody('می\u200Cروید'))).toBe('می\u200Cروید');
    expect(blockText(parseBody('র\u200D্যাব'))).toBe('র\u200D্যাব');
  });
});

describe('input made to keep the parser busy is cut', () => {
  const endless = (piece: string) => piece.repeat(Math.ceil(200_000 / piece.length));
  it.each([
    ['lists in one line', endless('- ')],
    ['numbers in one line', endless('1. ')],
    ['lists that go deeper', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')],
    [
      'mixed lists that go deeper',
      Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 3)}1. - a`).join('\n'),
    ],
    ['quotes', endless('> ')],
    ['stars and lines', endless('*a_')],
    ['double stars', endless('**a ')],
    ['a paragraph that looks like steps', endless('2. *a_*a_*a_\n')],
    ['a paragraph that looks like a table', endless('|*a_*a_*a_*a_|\n')],
    ['brackets', endless('[')],
    ['links in links', endless('[a](')],
    ['pictures', endless('![')],
    ['unclosed containers', endless(':::warning\n')],
    [
      'containers with longer fences',
      Array.from({ length: 200 }, (_, i) => `${':'.repeat(203 - i)}warning`).join('\n'),
    ],
    ['closing fences', endless(':::\n')],
    ['marks in marks', endless(':a[')],
    ['endless attributes', `:for{${endless('a=b ')}}`],
    ['a table of many columns', `${endless('|a')}|\n${endless('|-')}|\n`],
    ['a table of many rows', `|a|b|\n|-|-|\n${endless('|a|b|\n')}`],
    ['headings', endless('## a\n')],
    ['lines', endless('a\n')],
    ['empty lines', endless('\n')],
    ['items', endless('- a\n')],
    ['backslashes', endless('\\')],
    ['ticks', endless('`')],
    ['spaces', endless(' ')],
    ['one word', endless('x')],
    ['marks on a letter', endless('\u0301')],
    ['half characters', endless('\uD800')],
  ])('%s', (_what, typed) => {
    // Without the cuts these run for minutes, into the limit of the test.
    const blocks = expectHarmless(typed);
    expect(blocks.length).toBeLessThanOrEqual(bodyLimits.blocks + 1);
  });

  it('a table keeps twelve columns and sixty rows, and shows that it was cut', () => {
    const row = `|${'a|'.repeat(20)}\n`;
    const [table] = parseBody(`${row}|${'-|'.repeat(20)}\n${row.repeat(80)}`);
    if (table?.kind !== 'table') throw new Error('no table');
    expect(table.head).toHaveLength(12);
    expect(table.rows).toHaveLength(61);
    expect(table.rows[60]).toEqual([[text('…')]]);
  });

  it('a long text ends in an ellipsis', () => {
    const blocks = parseBody('word '.repeat(3_000));
    expect(blockText(blocks)).toHaveLength(bodyLimits.characters + 1);
    expect(blockText(parseBody('a\n\n'.repeat(1_000))).endsWith('…')).toBe(true);
  });
});

describe('each block', () => {
  it('headings, paragraphs, emphasis, links, values', () => {
    const typed =
      '## What\n### More\n\nPay **only *this*** :fact[pk-fee], [see](page:pk-sa-costs).\nNext line.';
    expect(parseBody(typed)).toEqual([
      { kind: 'heading', level: 2, children: [text('What')] },
      { kind: 'heading', level: 3, children: [text('More')] },
      paragraph(
        text('Pay '),
        { kind: 'strong', children: [text('only '), { kind: 'emphasis', children: [text('this')] }] },
        text(' '),
        { kind: 'value', code: 'pk-fee' },
        text(', '),
        { kind: 'link', href: 'page:pk-sa-costs', children: [text('see')] },
        text('. Next line.'),
      ),
    ]);
  });

  it('web, phone and mail links', () => {
    const hrefs = (typed: string) =>
      [...walk(parseBody(typed))].flatMap(([node]) => (node['href'] as string) ?? []);
    expect(
      hrefs('[a](https://www.example.org/a?b=c#d) [b](<tel:+92 21 11>) [c](mailto:a@b.example)'),
    ).toEqual(['https://www.example.org/a?b=c#d', 'tel:+922111', 'mailto:a@b.example']);
  });

  it('lists and steps, one inside the other', () => {
    expect(parseBody('1. One\n2. Two\n   - a\n   - b')).toEqual([
      {
        kind: 'steps',
        items: [
          [paragraph(text('One'))],
          [paragraph(text('Two')), { kind: 'list', items: [[paragraph(text('a'))], [paragraph(text('b'))]] }],
        ],
      },
    ]);
  });

  it('tables, with values and bold inside', () => {
    expect(parseBody('| a | b |\n|---|:-:|\n| 1 | **:fact[x]** |')).toEqual([
      {
        kind: 'table',
        head: [[text('a')], [text('b')]],
        rows: [[[text('1')], [{ kind: 'strong', children: [{ kind: 'value', code: 'x' }] }]]],
      },
    ]);
  });

  it('whole facts, warnings, contacts line by line, our centre', () => {
    const typed =
      ':::warning\nStop.\n\n::fact[a-b]\n:::\n\n:::contact[Office of *A*]\nRoad 1\nTown\n\n::fact[c]\n:::\n\n::centre';
    expect(parseBody(typed)).toEqual([
      { kind: 'warning', children: [paragraph(text('Stop.')), { kind: 'fact', code: 'a-b' }] },
      {
        kind: 'contact',
        title: [text('Office of '), { kind: 'emphasis', children: [text('A')] }],
        children: [paragraph(text('Road 1'), { kind: 'break' }, text('Town')), { kind: 'fact', code: 'c' }],
      },
      { kind: 'centre' },
    ]);
  });

  it('checklists with the step and who needs it; unknown marks stay words', () => {
    const typed =
      ':::checklist\n- Identity card :at[visa]\n- **Letter** :for{route=promoter work=domestic} :at[protector]\n' +
      '- Odd :for{route=moon} :at[nowhere]\n:::';
    expect(parseBody(typed)).toEqual([
      {
        kind: 'checklist',
        items: [
          { children: [text('Identity card')], step: 'visa', conditions: [] },
          {
            children: [{ kind: 'strong', children: [text('Letter')] }],
            step: 'protector',
            conditions: [
              { key: 'route', value: 'promoter' },
              { key: 'work', value: 'domestic' },
            ],
          },
          { children: [text('Odd :for{route=moon} :at[nowhere]')], conditions: [] },
        ],
      },
    ]);
  });

  it('reads right-to-left text, times of day and colons as text', () => {
    expect(parseBody('ساعت 10:30 بیایید. نکته: مهم')).toEqual([
      paragraph(text('ساعت 10:30 بیایید. نکته: مهم')),
    ]);
    expect(parseBody('Note:this and a:fact[x] b')).toHaveLength(1);
  });
});

describe('the source of blocks', () => {
  it('stands in the order of the blocks', () => {
    const typed = '## A\n\ntext\n\n- a\n- b\n\n:::warning\nx\n:::\n\n| a |\n|---|\n| b |';
    expect(blockSource(typed)).toEqual([
      '## A',
      'text',
      '- a\n- b',
      ':::warning\nx\n:::',
      '| a |\n|---|\n| b |',
    ]);
  });

  it('has a name that spacing does not change and a letter does', () => {
    expect(blockHash('Pay  only\nthis ')).toBe(blockHash('Pay only this'));
    expect(blockHash('Pay only this')).not.toBe(blockHash('Pay only thus'));
    expect(blockHash('')).toMatch(/^[\da-f]{16}$/u);
  });
});
