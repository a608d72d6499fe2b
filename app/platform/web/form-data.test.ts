import { describe, expect, it } from 'vitest';
import { isProblem } from '../problem.ts';
import { readFormData, typedValues } from './form-data.server.ts';

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

function problemOf(...fields: [string, string][]) {
  try {
    readFormData(form(...fields));
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
  throw new Error('the form was not refused');
}

describe('a form from a hostile sender', () => {
  it.each([
    '__proto__',
    '__proto__.admin',
    'a.__proto__',
    'constructor.prototype',
    'a[0].constructor',
    'prototype',
    'version.toString',
    'version.valueOf',
    'version.toJSON',
    'hasOwnProperty',
  ])('is refused when a field is called %s, and no object changes', (name) => {
    expect(problemOf([name, 'yes']).status).toBe(422);
    expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
  });

  it.each([
    '',
    '[0]',
    'a..b',
    'a[',
    'a]b',
    'a[x]',
    'a[-1]',
    'a b',
    'ä',
    'a[99999]',
    'a[200]',
    'a.b.c.d.e.f.g',
    'x'.repeat(121),
  ])('is refused when a field is called "%s"', (name) =>
    expect(problemOf([name, 'yes']).code).toBe('input.invalid'),
  );

  it.each([
    ['NUL', 'a\u0000b'],
    ['a lone surrogate', 'a\ud800b'],
    ['an escape character', 'a\u001b[31m'],
    ['DEL', 'a\u007f'],
  ])('is refused with the field named when a text holds %s', (_, text) =>
    expect(problemOf(['names[0].given', text]).fields).toEqual([
      { path: 'names.0.given', code: 'bad-characters' },
    ]),
  );

  it('is refused when one text is too long', () => {
    expect(problemOf(['note', 'x'.repeat(100_001)]).fields[0]?.code).toBe('too-long');
  });

  it('is refused when it has too many fields', () => {
    expect(
      problemOf(...Array.from({ length: 1001 }, (_, at): [string, string] => [`f${at}`, 'x'])).status,
    ).toBe(413);
  });

  it.each([
    [
      ['a', 'x'],
      ['a.b', 'y'],
    ],
    [
      ['a[0]', 'x'],
      ['a.b', 'y'],
    ],
    [
      ['a[0]', 'x'],
      ['a[]', 'y'],
    ],
    [['a[].b', 'x']],
  ] as [string, string][][])('is refused when names contradict each other: %j', (...fields) => {
    expect(problemOf(...fields).status).toBe(422);
  });

  it('keeps what was typed, cleaned, to show it again', () => {
    const values = typedValues(form(['note', 'a\u0000b\ud800'], ['__proto__', 'x'], ['_key', 'secret']));
    expect(values).toEqual({ note: 'ab' });
  });
});

describe('a form', () => {
  it('becomes an object by dots and brackets', () => {
    const { input } = readFormData(
      form(
        ['names[0].given', 'Zahra'],
        ['names[0].family', 'Ahmadi'],
        ['names[1].given', 'زهرا'],
        ['birth.year', '1377'],
      ),
    );
    expect(input).toEqual({
      names: [{ given: 'Zahra', family: 'Ahmadi' }, { given: 'زهرا' }],
      birth: { year: '1377' },
    });
  });

  it('leaves blank fields out and closes up rows left blank', () => {
    const { input } = readFormData(
      form(['note', '  '], ['phones[0].number', ''], ['phones[1].number', ' 0700 '], ['a', '']),
    );
    expect(input).toEqual({ phones: [{ number: '0700' }] });
  });

  it('makes lists of repeated names and of names that end in brackets', () => {
    const { input } = readFormData(form(['topics[]', 'wages'], ['language', 'ar'], ['language', 'en']));
    expect(input).toEqual({ topics: ['wages'], language: ['ar', 'en'] });
  });

  it('keeps bidi marks, joiners, line breaks and every script', () => {
    const text = 'می‌روند\r\nline two \u2067x\u2069 😀';
    expect(readFormData(form(['note', text])).input).toEqual({ note: 'می‌روند\nline two \u2067x\u2069 😀' });
  });

  it('hands over its key and its files apart', () => {
    const data = form(['_key', 'abcdefgh-1'], ['note', 'x']);
    data.append('paper', new File(['%PDF'], 'a.pdf'));
    const read = readFormData(data);
    expect(read.idempotencyKey).toBe('abcdefgh-1');
    expect(read.input).toEqual({ note: 'x' });
    expect(read.files.get('paper')?.[0]?.size).toBe(4);
  });
});
