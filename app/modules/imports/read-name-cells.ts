/** The names of a row: main first. Digits are no names; a note in brackets is another name. */
export interface NameCells {
  name?: string;
  given?: string;
  family?: string;
  alias?: string;
}
export interface ReadName {
  given: string;
  family?: string;
  kind: 'main' | 'alias';
}

const titles =
  /^(?:mr|mrs|ms|miss|dr|haji|hajji|eng|ustad|السيد|السيدة|جناب|محترم|محترمه|حاجی|جناب آقای|آقای|خانم|জনাব|বেগম)\.?\s+/iu;

/** Undefined where there is no name. `no-name` where what stands there cannot be one. */
export function readNameCells(cells: NameCells): ReadName[] | 'no-name' | undefined {
  const whole = (cells.name ?? '').trim();
  const bracketed = whole.match(/^(.*?)\s*[([]([^)\]]+)[)\]]\s*$/u);
  const main = clean(bracketed?.[1] ?? whole);
  const given = clean(cells.given ?? '');
  const family = clean(cells.family ?? '');
  if (main === '' && given === '' && family === '') return whole === '' ? undefined : 'no-name';
  const called = main === '' ? (given === '' ? family : given) : main;
  if (/\p{Nd}/u.test(called) || !/\p{L}/u.test(called)) return 'no-name';
  const first: ReadName =
    main === ''
      ? { given: called, ...(given !== '' && family !== '' && { family }), kind: 'main' }
      : { given: main, ...(family !== '' && !main.endsWith(family) && { family }), kind: 'main' };
  const others = [bracketed?.[2] ?? '', ...(cells.alias ?? '').split(/[/;,،]/u)]
    .map(clean)
    .filter((name) => name !== '' && !/\p{Nd}/u.test(name) && /\p{L}/u.test(name));
  return [split(first), ...others.map((name): ReadName => split({ given: name, kind: 'alias' }))].slice(
    0,
    12,
  );
}

const clean = (text: string): string =>
  text.replaceAll(/\s+/gu, ' ').trim().replace(titles, '').slice(0, 240);

/** "Family, Given" is turned; else the last of several words is taken for the family's. */
function split(name: ReadName): ReadName {
  if (name.family !== undefined)
    return { ...name, given: name.given.slice(0, 120), family: name.family.slice(0, 120) };
  const [before = '', after = ''] = name.given.split(/\s*[,،]\s*/u);
  if (after !== '') return { ...name, given: after.slice(0, 120), family: before.slice(0, 120) };
  const words = name.given.split(' ');
  if (words.length === 1) return { ...name, given: name.given.slice(0, 120) };
  return {
    ...name,
    given: words.slice(0, -1).join(' ').slice(0, 120),
    family: (words.at(-1) ?? '').slice(0, 120),
  };
}
