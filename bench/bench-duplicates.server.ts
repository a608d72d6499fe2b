import { reopenDemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { seededRandom } from '#app/demo/seeded-random.ts';
import { registerClient } from '#modules/clients/operations/register-client.server.ts';
import { peopleIndex, suspectScore } from '#modules/clients/index.server.ts';
import { startScan } from '#modules/duplicates/operations/start-scan.server.ts';
import { scanDuplicates } from '#modules/duplicates/scan-duplicates.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { createPeopleIndex } from '#platform/name-matching/people-index.ts';
import { type Figure, figure, median, quantile } from './bench-figure.ts';
import { openBenchCentre, openBenchHouse, withoutWaiting } from './bench-house.server.ts';
import type { BenchPart, StepGiven } from './bench-part.ts';
import { bulkLoad } from './bulk-load.server.ts';
import { bulkPerson } from './bulk-people.server.ts';
import { madeRegister, pairKey } from './duplicate-register.ts';

/** Who may have two files: how well they are found, how long the whole register takes, what it costs a registration. */
export const duplicatesPart: BenchPart = { name: 'duplicates', steps: [measureFinding, fill, measureScan] };

const people = 100_000;
const sizeOf = (small: boolean) => (small ? 2_000 : people);
const scope = 'one-centre';

/** On registers from whose seeds no factor of the score was fitted. */
async function measureFinding({ small, say }: StepGiven): Promise<Figure[]> {
  const found: { f1: number; precision: number; recall: number }[] = [];
  for (const seed of small ? ['held-1'] : ['held-1', 'held-2', 'held-3', 'held-4']) {
    const made = madeRegister(seed, 5_000, 0.2, scope);
    const index = createPeopleIndex();
    for (const person of made.people) index.put(person);
    let said = 0;
    let right = 0;
    for (const person of made.people) {
      for (const hit of index.similarTo(scope, person.id, { limit: 20, onlyLater: true })) {
        if (hit.score < suspectScore) continue;
        said += 1;
        if (made.pairs.has(pairKey(person.id, hit.id))) right += 1;
      }
    }
    const [precision, recall] = [right / said, right / made.pairs.size];
    found.push({ f1: (2 * precision * recall) / (precision + recall), precision, recall });
    say(`${seed}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  }
  const middle = (of: (one: (typeof found)[number]) => number) => median(found.map(of));
  return [
    figure({
      name: 'duplicates found among 5,000 with 1,000 dirty second files, F1',
      value: Math.min(...found.map(({ f1 }) => f1)),
      unit: '',
      sense: 'least',
      aim: 0.95,
      limit: 1,
      note: `the worst of ${found.length} held-out registers; precision ${middle(({ precision }) => precision).toFixed(3)}, recall ${middle(({ recall }) => recall).toFixed(3)}`,
    }),
  ];
}

async function fill({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const { house, admin, keysAdmin, close } = await openBenchHouse(dir);
  const centre = await openBenchCentre(house);
  await withoutWaiting([admin, keysAdmin], async () => {
    const size = { people: sizeOf(small), contacts: 0, complete: false };
    await bulkLoad({ house, admin, centre, size, onProgress: say });
  });
  await close();
  return [];
}

async function measureScan({ dir, small, say }: StepGiven): Promise<Figure[]> {
  const { house, admin, close } = await openBenchHouse(dir);
  const began = performance.now();
  const index = peopleIndex(house);
  await index.ready;
  const built = (performance.now() - began) / 1000;
  const centre = await reopenDemoCentre(house);
  const coordinator = centre?.staff.get('coordinator');
  const actor = centre?.staff.get('counsellor1');
  if (!centre || !coordinator || !actor) throw new Error('nobody can look');
  const delays: number[] = [];
  let expected = performance.now() + 5;
  const pulse = setInterval(() => {
    delays.push(Math.max(0, performance.now() - expected));
    expected = performance.now() + 5;
  }, 5);
  const start = performance.now();
  await execute(house, startScan, coordinator, {});
  await scanDuplicates(house, actor.centre.id);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(pulse);
  const { rows } = await admin.query<{ pairs: number }>(
    `select count(*) as pairs from possible_duplicate where status = 'suspected'`,
  );
  say(`${rows[0]?.pairs} pairs`);

  // What one registration takes, and what of it is the look for duplicates: asked alone right after it.
  const whole: number[] = [];
  const look: number[] = [];
  const random = seededRandom('bench-duplicates');
  for (let at = 0; at < (small ? 40 : 400); at += 1) {
    const input = bulkPerson(sizeOf(small) + random.int(1, 1_000_000));
    const from = performance.now();
    const { clientId } = await execute(house, registerClient, actor, {
      ...input.person,
      ...input.safe,
      consent: input.consent,
      siteId: centre.siteIds[0],
      registerAnyway: true,
    });
    whole.push(performance.now() - from);
    // Catching up with what was just written belongs to whichever search comes next, with or without duplicates.
    await index.count(actor.centre.id);
    const again = performance.now();
    await index.similarTo(actor.centre.id, clientId, 5);
    look.push(performance.now() - again);
  }
  await centre.close();
  await close();
  const size = sizeOf(small).toLocaleString('en');
  return [
    figure({
      name: `work list of duplicates over ${size} people from nothing`,
      value: seconds + built,
      unit: 's',
      aim: 60,
      limit: 60,
      note: `index from sealed rows ${built.toFixed(1)} s, scan ${seconds.toFixed(1)} s; ${rows[0]?.pairs} pairs; other work waited p99 ${quantile(delays, 0.99).toFixed(1)} ms, at most ${quantile(delays, 1).toFixed(0)} ms`,
    }),
    figure({
      name: `of a registration among ${size} people the look for duplicates takes`,
      value: (100 * median(look)) / median(whole),
      unit: '%',
      aim: 20,
      limit: 20,
      note: `half of the registrations within ${median(whole).toFixed(2)} ms, the look ${median(look).toFixed(2)} ms`,
    }),
  ];
}
