import { reopenDemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { peopleIndex } from '#modules/clients/people-index.server.ts';
import { findClients } from '#modules/clients/queries/find-clients.query.server.ts';
import { read } from '#platform/operations/read.server.ts';
import { type Figure, figure, median, quantile } from './bench-figure.ts';
import { openBenchCentre, openBenchHouse, withoutWaiting } from './bench-house.server.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';
import { bulkLoad } from './bulk-load.server.ts';
import { bulkName, spell } from './bulk-names.ts';
import { bulkPerson } from './bulk-people.server.ts';

/** People search in a register of this size: the index built from sealed rows and keys, then searches as staff ask them. */
function searchPart(
  name: string,
  people: number,
  aims: { search: number; seconds?: number; gigabytes?: number },
): BenchPart {
  const sizeOf = (small: boolean) => (small ? Math.max(1_000, people / 100) : people);
  return { name, steps: [fill, measure] };

  async function fill({ dir, small, say }: StepGiven): Promise<Figure[]> {
    const { house, admin, keysAdmin, close } = await openBenchHouse(dir);
    const centre = await openBenchCentre(house);
    await withoutWaiting([admin, keysAdmin], async () => {
      await bulkLoad({
        house,
        admin,
        centre,
        size: { people: sizeOf(small), contacts: 0, complete: false },
        onProgress: say,
      });
    });
    await close();
    return [];
  }

  async function measure({ dir, small, say }: StepGiven): Promise<Figure[]> {
    const { house, close } = await openBenchHouse(dir);
    const count = sizeOf(small);
    const began = performance.now();
    const index = peopleIndex(house);
    await index.ready;
    const seconds = (performance.now() - began) / 1000;
    const gigabytes = process.resourceUsage().maxRSS / 1024 ** 2;
    say(`${index.size} people indexed`);
    const centre = await reopenDemoCentre(house);
    const actor = centre?.staff.get('counsellor1');
    if (!centre || !actor) throw new Error('nobody can search');
    const asked = searches(count, small ? 100 : 600);
    for (const text of asked.slice(0, 40)) await read(house, findClients, actor, { text, limit: 20 });
    const whole: number[] = [];
    const alone: number[] = [];
    let found = 0;
    for (const text of asked) {
      const start = performance.now();
      const answer = await read(house, findClients, actor, { text, limit: 20 });
      whole.push(performance.now() - start);
      if (answer.found.length > 0) found += 1;
      const again = performance.now();
      await index.search(actor.centre.id, text, { limit: 20 });
      alone.push(performance.now() - again);
    }
    await centre.close();
    await close();
    const size = count.toLocaleString('en');
    return [
      figure({
        name: `search among ${size} people, p95`,
        value: quantile(whole, 0.95),
        unit: 'ms',
        aim: aims.search,
        note: `whole query with reading, opening and audit; half within ${median(whole).toFixed(1)} ms; index alone p95 ${quantile(alone, 0.95).toFixed(1)} ms; ${found} of ${asked.length} found somebody`,
      }),
      figure({
        name: `index of ${size} people built`,
        value: seconds,
        unit: 's',
        ...(aims.seconds !== undefined && { aim: aims.seconds }),
        note: 'from sealed rows and keys',
      }),
      figure({
        name: `memory with ${size} people`,
        value: gigabytes,
        unit: 'GiB',
        ...(aims.gigabytes !== undefined && { aim: aims.gigabytes }),
        note: 'largest resident size of the whole process',
      }),
    ];
  }
}

/** What staff type: beginnings, a name in another spelling or script, two names in any order, a phone, a file number. */
function searches(people: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const random = seededRandom(`bench-search/${at}`);
    const person = bulkPerson(random.int(0, people - 1));
    const name = person.person.names[0];
    const [given, family] = [name?.given ?? '', name?.family ?? ''];
    switch (at % 8) {
      case 0:
        return `${given} ${family}`;
      case 1:
        return `${family} ${given}`;
      case 2:
        return `${given} ${family.slice(0, 3)}`;
      case 3:
        return given.slice(0, Math.max(3, given.length - 2));
      case 4:
        return family;
      case 5: {
        const other = bulkName(random, person.person.sex);
        return `${spell(random, other.given)} ${spell(random, other.family)}`;
      }
      case 6:
        return (person.safe.phones[0]?.number ?? '').replace(/^0/, '').slice(-7);
      default:
        return `${given} ${family}`.replace(/[aeiou]/, '');
    }
  });
}

export const bigSearchPart = searchPart('search-1m', 1_000_000, {
  search: 50,
  seconds: 90,
  gigabytes: 1.5 * (1e9 / 1024 ** 3),
});
export const smallSearchPart = searchPart('search-10k', 10_000, { search: 5 });
