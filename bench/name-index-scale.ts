import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createPeopleIndex, type IndexedPerson } from '#platform/name-matching/people-index.ts';
import { madePeople } from './name-index-people.ts';

/**
 * How the people index grows: build time, memory and times of search and of the look for duplicates.
 * `bin/node24 --max-old-space-size=8000 --expose-gc bench/name-index-scale.ts [--people 1000000] [--json FILE]`
 */
const { values } = parseArgs({ options: { people: { type: 'string' }, json: { type: 'string' } } });
const sizes = values.people ? [Number(values.people)] : [10_000, 100_000, 1_000_000];
const scope = 'one-centre';
const collect = (globalThis as { gc?: () => void }).gc;

interface Measured {
  name: string;
  value: number;
  unit: string;
  aim: string | null;
  met: boolean | null;
  limit: number | null;
  ratio: number | null;
}
const measured: Measured[] = [];

function note(name: string, value: number, unit: string, limit: number | null): void {
  const met = limit === null ? null : value <= limit;
  const aim = limit === null ? null : `at most ${limit}`;
  const ratio = limit === null ? null : Number((value / limit).toFixed(3));
  measured.push({ name, value: Number(value.toFixed(3)), unit, aim, met, limit, ratio });
  console.log(
    `${name.padEnd(64)} ${value.toFixed(2).padStart(10)} ${unit}${met === false ? `  (aim ${limit})` : ''}`,
  );
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

function time(name: string, limit: number | null, queries: readonly (() => unknown)[]): void {
  for (const query of queries.slice(0, 50)) query();
  const times = queries.map((query) => {
    const started = performance.now();
    query();
    return performance.now() - started;
  });
  times.sort((a, b) => a - b);
  note(`${name}, p50`, at(times, 0.5), 'ms', null);
  note(`${name}, p95`, at(times, 0.95), 'ms', limit);
  note(`${name}, most`, times.at(-1) ?? 0, 'ms', null);
}

for (const size of sizes) {
  const big = size >= 1_000_000;
  collect?.();
  const before = process.memoryUsage();
  const index = createPeopleIndex();
  const people = madePeople(7, Math.round(Math.min(120_000, size / 4)), scope);
  const sample: IndexedPerson[] = [];
  let building = 0;
  for (let i = 0; i < size; i++) {
    const person = people.next();
    if (i % Math.ceil(size / 400) === 0) sample.push(person);
    const started = performance.now();
    index.put(person);
    building += performance.now() - started;
  }
  collect?.();
  const after = process.memoryUsage();
  const held = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20;
  console.log(`\n${size.toLocaleString('en')} people`);
  note(`index of ${size}: build`, building / 1000, 's', big ? 60 : null);
  note(`index of ${size}: memory`, held, 'MB', big ? 1200 : null);
  note(`index of ${size}: memory by its own count`, index.memory() / 2 ** 20, 'MB', null);
  const limit = big ? 30 : size <= 10_000 ? 4 : null;
  const search = (text: string) => () => index.search(scope, text, { limit: 20 });
  const name = (person: IndexedPerson, i: number) => person.names[i % person.names.length] ?? '';
  time(
    `index of ${size}: search, whole name`,
    limit,
    sample.map((person, i) => search(name(person, i))),
  );
  time(
    `index of ${size}: search, two words, the last unfinished`,
    limit,
    sample.map((person, i) => search(name(person, i).split(' ').slice(0, 2).join(' ').slice(0, -2))),
  );
  time(
    `index of ${size}: search, first three letters`,
    limit,
    sample.map((person, i) => search(name(person, i).slice(0, 3))),
  );
  time(
    `index of ${size}: search, one word`,
    limit,
    sample.map((person, i) => search(name(person, i).split(' ').at(-1) ?? '')),
  );
  time(
    `index of ${size}: search, two very common words`,
    limit,
    sample.map((_, i) => search(['Mohammed Ahmed', 'محمد علي', 'Muhammad H', 'mohamed'][i % 4] ?? '')),
  );
  time(
    `index of ${size}: search, end of a phone`,
    limit,
    sample.filter((person) => person.phones[0]).map((person) => search(person.phones[0]?.slice(-6) ?? '')),
  );
  time(
    `index of ${size}: possible duplicates`,
    big ? 20 : null,
    sample.map((person) => () => index.similar(scope, { ...person, id: 'new' }, { limit: 10 })),
  );
  let found = 0;
  sample.forEach((person, i) => {
    if (index.search(scope, name(person, i), { limit: 20 }).some((hit) => hit.id === person.id)) found++;
  });
  note(`index of ${size}: people found again by their whole name`, (100 * found) / sample.length, '%', null);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
