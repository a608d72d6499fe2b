import type { DemoCentre } from '#app/demo/open-demo-centre.server.ts';
import { neutralityQuestions } from '#modules/guides/guide-rules.ts';
import { addGuide } from '#modules/guides/operations/add-guide.server.ts';
import { approveGuide } from '#modules/guides/operations/approve-guide.server.ts';
import { publishGuide } from '#modules/guides/operations/publish-guide.server.ts';
import { submitGuide } from '#modules/guides/operations/submit-guide.server.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';

const sections = ['get_ready', 'dangers', 'living_abroad', 'coming_home', 'health', 'rights'];
const pages = 60;
let made = 0;

export async function publishBenchGuides(house: House, centre: DemoCentre): Promise<void> {
  for (let at = 0; at < pages; at += 1) await publishBenchGuide(house, centre);
}

/** One page more, by the operations and two people, as a centre does it. @returns its address in English */
export async function publishBenchGuide(house: House, centre: DemoCentre): Promise<string> {
  const [author, second] = [...centre.staff.values()].filter(({ roles }) =>
    roles.some((role) => role === 'coordinator' || role === 'counsellor'),
  );
  if (!author || !second) throw new Error('the bench needs two people who may publish');
  const at = (made += 1);
  const slug = `bench-page-${Date.now().toString(36)}-${at}`;
  const { pageId } = await execute(house, addGuide, author, {
    slug,
    language: 'en',
    type: 'procedure',
    section: sections[at % sections.length],
    stages: ['intending'],
    topics: ['contract_check'],
    title: `Read page ${at} before you sign`,
    summary: 'Take your time. You may stay, wait or go.',
    body: bodyOf(at),
  });
  await execute(house, submitGuide, author, { pageId, version: 1, neutrality: [...neutralityQuestions] });
  await execute(house, approveGuide, second, { pageId, version: 2 });
  await execute(house, publishGuide, second, { pageId, version: 3, languages: [], substance: true });
  return `/en/guides/${slug}`;
}

/** As long as a page of the hub is: a dozen paragraphs, steps, a table. */
function bodyOf(at: number): string {
  const paragraph = (number: number) =>
    `Ask for number ${at}-${number} in writing and keep a copy where nobody takes it from you. The office gives it free of charge. If somebody asks for money, come to us first, and bring what they gave you to read.`;
  const part = (number: number) =>
    `## Step ${number}\n\n${paragraph(number)}\n\n${paragraph(number + 100)}\n\n1. Ask for a copy.\n2. Read every line.\n3. Ask us what you do not understand.`;
  const table = '| What | How much |\n|---|---|\n| Visit | free |\n| Copy | free |';
  return `${[1, 2, 3, 4, 5, 6].map(part).join('\n\n')}\n\n${table}`;
}
