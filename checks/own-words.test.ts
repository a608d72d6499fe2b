import { expect, test } from 'vitest';
import { digestOf, foreignWords } from './own-words.ts';

test('a folder of one machine is named with its line', () => {
  const folder = ['', 'home', 'mina', 'serai'].join('/');
  expect(foreignWords(`one\nsee ${folder}/notes.md`)).toEqual([
    { line: 2, what: `names a folder of one machine, ${folder}/notes.md` },
  ]);
});

test('a word on the list is found in any case and inside a sentence', () => {
  const digests = new Set([digestOf('typewriter')]);
  expect(foreignWords('Written on a Typewriter, in haste.', digests)).toHaveLength(1);
});

test('addresses, folders of every machine and ordinary words pass', () => {
  expect(
    foreignWords('GET /staff/people, /var/lib/serai, ../home/page, /home/serai/data, https://a.example/work'),
  ).toEqual([]);
});
