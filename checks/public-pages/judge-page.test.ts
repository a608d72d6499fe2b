import { expect, test } from 'vitest';
import { judgePage } from './judge-page.ts';

const sound = `<!DOCTYPE html><html lang="ur" dir="rtl"><head><title>کاغذات</title><link rel="icon" href="data:,"><style>a{color:red}</style></head>
  <body><main><h1>کاغذات</h1><p>See <a href="/ur/visit">us</a> at beoe.gov.pk or
  <a href="https://beoe.gov.pk">beoe.gov.pk</a>.</p><label><input type="checkbox"></label></main></body></html>`;
const judge = (html: string, path = '/ur/guides/papers') => judgePage({ path, html }, ['Old Caravanserai']);
/** The sound page with something wrong in its text. */
const planted = (fault: string) => judge(sound.replace('</main>', `${fault}</main>`));

test('a sound page passes', () => {
  expect(judge(sound)).toEqual([]);
});

test.each([
  ['a script', '<script>alert(1)</script>', '<script>'],
  ['a script in capitals', '<SCRIPT SRC="/x.js"></SCRIPT>', '<script>'],
  ['a handler', '<p onclick="x()">x</p>', 'onclick on <p>'],
  ['a handler in a drawing', '<svg><g onload=x()></g></svg>', 'onload on <g>'],
  ['a link that runs', '<a href="javascript:x()">x</a>', 'href="javascript:x()" on <a>'],
  [
    'a link that runs, with a tab in it',
    '<a href="java&#9;script:x()">x</a>',
    'href="java\tscript:x()" on <a>',
  ],
  ['a link to data', '<a href="data:text/html,x">x</a>', 'href="data:text/html,x" on <a>'],
  ['a link that leaves by two slashes', '<a href="//evil.example">x</a>', 'href="//evil.example" on <a>'],
  ['a form to elsewhere', '<form action="vbscript:x"></form>', 'action="vbscript:x" on <form>'],
  ['a picture from elsewhere', '<img src="https://x.example/p.png" alt="x">', '<img>'],
  ['a frame', '<iframe src="/x"></iframe>', '<iframe>'],
  ['a refresh', '<meta http-equiv="Refresh" content="0;url=/x">', 'a refresh'],
  ['a stylesheet', '<link rel="stylesheet" href="/x.css">', '<link rel="stylesheet">'],
  ['a style of its own', '<p style="position:fixed">x</p>', 'a style on <p>'],
  ['a key', '<p>guide.draftTitle</p>', 'a key in place of a text: guide.draftTitle'],
  [
    'a key with its namespace',
    '<p>site:guide.draftTitle</p>',
    'a key in place of a text: site:guide.draftTitle',
  ],
  ['a place that was not filled', '<p>Until {{date}}</p>', 'a text that was not filled in: Until {{date}}'],
  ['an object', '<p>[object Object]</p>', 'a text that was not filled in: [object Object]'],
  [
    'nothing where a value belongs',
    '<p>until undefined</p>',
    'a text that was not filled in: until undefined',
  ],
  ['an empty heading', '<h2> &nbsp;</h2>', 'an empty <h2>'],
  ['an empty link', '<a href="/x"><svg></svg></a>', 'an empty <a>'],
  ['an empty line of a list', '<ul><li>\u200b</li></ul>', 'an empty <li>'],
  ['a name that is a key', '<nav aria-label="frame.more">x</nav>', 'aria-label="frame.more" on <nav>'],
  ['an override', '<p>a\u202eb</p>', 'a text that turns what follows: a\u202eb'],
  ['a second first heading', '<h1>x</h1>', '2 h1'],
])('%s is seen', (_, fault, said) => {
  expect(planted(fault)).toEqual([said]);
});

test('a page in another language than its address says is seen', () => {
  expect(judge(sound, '/en/guides/papers')).toEqual(['lang is ur', 'dir is rtl']);
});

test('a title that gives the centre away is seen, and one that says nothing', () => {
  expect(judge(sound.replace('<title>کاغذات', '<title>Papers · Old Caravanserai'))).toEqual([
    'the title names the centre: Papers · Old Caravanserai',
  ]);
  expect(judge(sound.replace('<title>کاغذات', '<title>'))).toEqual(['an empty <title>']);
  expect(judge(sound.replace('<title>کاغذات</title>', ''))).toEqual(['0 title']);
});
