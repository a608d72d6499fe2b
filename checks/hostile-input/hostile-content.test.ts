import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTestFact, changedFact } from '#modules/facts/facts.testing.ts';
import { changeFact } from '#modules/facts/operations/change-fact.server.ts';
import { noteConflict } from '#modules/facts/operations/note-conflict.server.ts';
import { translateFact } from '#modules/facts/operations/translate-fact.server.ts';
import { addTestGuide, publishTestGuide } from '#modules/guides/guides.testing.ts';
import { translateGuide } from '#modules/guides/operations/translate-guide.server.ts';
import { blockSource, parseBody } from '#modules/guides/parse-body.ts';
import { addTestStaff, openTestCentre } from '#modules/staff/staff.testing.ts';
import type { StaffActor } from '#platform/actor.ts';
import { canReadPdf, readPdfText } from '#platform/documents/pdf-text.testing.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { openTestHouse, type TestHouse } from '#platform/testing/test-house.server.ts';
import { loadBuiltServer } from '#server/built-app.testing.ts';
import { judgePage } from '../public-pages/judge-page.ts';
import { xmlFault } from '../public-pages/xml-faults.ts';

// An author, a translator or a copied source may hold anything. Published through the operations themselves, it must be
// the text that it is wherever the public meets it.
const origin = 'http://127.0.0.1:4380';
const lines = {
  script: '</title></style><script>alert(1)</script>',
  handler: `"><img src=x onerror=alert(1)> ' onload='x`,
  link: 'javascript:alert(1) [x](javascript:alert(1)) <a href="data:text/html,x">y</a>',
  entities: '&lt;script&gt; &#60;b&#62; &amp;nbsp; &',
  braces: '{{title}} $t(site:home.title) ${1} {% x %} <%= y %>',
  ends: ']]> --> */ <!-- <![CDATA[ <?xml',
};
const marker = 'Quillharbour';
const bodies = {
  script:
    '<script>alert(1)</script>\n\n<style>*{display:none}</style>\n\n<svg onload=alert(1)>\n\n<iframe src="/staff"></iframe>',
  links: [
    '[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](java\tscript:alert(1)) [d](&#106;avascript:alert(1))',
    '[e](data:text/html,<script>alert(1)</script>) [f](vbscript:x) [g](//evil.example) [h](\\\\evil.example)',
    '[i](https://user:secret@evil.example) ![j](https://evil.example/pixel.png) <javascript:alert(1)> [k](page:../../staff)',
    '[l][m]\n\n[m]: javascript:alert(1)',
  ].join('\n\n'),
  directives: [
    ':::warning{onclick=alert(1) style="position:fixed" class=hero}\nHold on\n:::',
    '::fact[<script>]{src=x}\n\n:fact[__proto__] ::fact[constructor]',
    ':::script\nalert(1)\n:::\n\n::iframe[x]{src="https://evil.example"}',
    ':::checklist\n- <img src=x onerror=alert(1)> :for{route="<script>"} :at[<b>]\n:::',
  ].join('\n\n'),
  table: `| ${'<b>x</b> | '.repeat(60)}\n|${'---|'.repeat(60)}\n${`| ${'<td onclick=x> | '.repeat(60)}\n`.repeat(40)}`,
  nest: `${'> '.repeat(300)}deep\n\n${'- '.repeat(300)}deep\n\n${'*'.repeat(2_000)}\n\n${'['.repeat(2_000)}`,
  headings: '# </h1><script>alert(1)</script>\n\n## [x](javascript:alert(1)){#onload}\n\n###### \\<b\\>',
};

let house: TestHouse;
let author: StaffActor;
let second: StaffActor;
let ask: (path: string) => Promise<Response>;
const slugs: string[] = [];
const titles = new Map<string, string>();

beforeAll(async () => {
  house = await openTestHouse();
  const { coordinator, siteIds } = await openTestCentre(house);
  author = (await addTestStaff(house, coordinator.actor, ['counsellor'], siteIds[0])).actor;
  second = coordinator.actor;
  const app = (await loadBuiltServer()).createApp(house);
  ask = async (path) => app.fetch(new Request(origin + path, { headers: { accept: 'text/html' } }));
  const facts = await hostileFacts();
  let at = 0;
  for (const line of Object.values(lines)) {
    for (const body of Object.values(bodies)) {
      at += 1;
      // Every line with one body, and every body with one line.
      if (line !== lines.script && body !== bodies.script) continue;
      const slug = `hostile-${at}`;
      const text = `${facts.map((code) => `::fact[${code}]`).join('\n\n')}\n\n${body}`;
      await publishTestGuide(
        house,
        author,
        second,
        {
          slug,
          title: `${marker} ${line}`,
          summary: `${line}\n${line}`,
          body: text,
          ...(at % 2 === 1 && { type: 'notice', section: 'notices' }),
        },
        { ur: { title: line, summary: line, blocks: parseBlocks(text, line) } },
      );
      slugs.push(slug);
      titles.set(slug, `${marker} ${line}`);
    }
  }
});
afterAll(() => house?.close());

/** A translation that keeps what is a block and says its own hostile thing in each paragraph. */
const parseBlocks = (body: string, line: string): string[] =>
  blockSource(body).map((source, at) => {
    const own = parseBody(line).length === 1 ? line : source;
    return at % 2 === 0 ? own : source;
  });

async function hostileFacts(): Promise<string[]> {
  const codes: string[] = [];
  for (const line of Object.values(lines)) {
    const fact = await addTestFact(house, author, { statement: line, sourceTitle: line, unit: 'PKR' });
    await execute(house, translateFact, author, {
      factId: fact.factId,
      version: 1,
      language: 'ur',
      statement: line,
    });
    codes.push(fact.code);
    const [before] = codes.slice(-2, -1);
    if (before)
      await execute(house, noteConflict, author, { factId: fact.factId, otherCode: before, note: line });
  }
  return codes;
}

const text = async (path: string): Promise<string> => {
  const answer = await ask(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.text();
};

/** Braces that an author typed are shown as typed. */
const isTyped = (fault: string) => !/^a text that was not filled in: .*(\{\{title\}\}|\$t\()/.test(fault);

function headingOf(html: string): string {
  const found: string[] = [];
  const walk = (node: DefaultTreeAdapterMap['node'], inside: boolean): void => {
    if (inside && 'value' in node) found.push(node.value);
    if ('childNodes' in node)
      for (const child of node.childNodes) walk(child, inside || node.nodeName === 'h1');
  };
  walk(parse(html), false);
  return found.join('');
}

describe('what turns text around is refused where it is typed', () => {
  const overrides = ['\u202egpj.exe', '\u2066x\u2069', 'a\u0000b', 'a\ud800'];
  test.each(overrides)('%j', async (bad) => {
    const { pageId } = await addTestGuide(house, author);
    const fact = await addTestFact(house, author);
    const translation = {
      pageId,
      version: 1,
      language: 'ur',
      textVersion: 0,
      title: 'x',
      summary: 'x',
      blocks: [{ text: 'x' }, { text: 'x' }, { text: 'x' }],
    };
    const refused = { code: 'input.invalid' };
    for (const field of ['title', 'summary', 'body'])
      await expect(addTestGuide(house, author, { [field]: bad })).rejects.toMatchObject(refused);
    for (const change of [
      { title: bad },
      { summary: bad },
      { blocks: [{ text: 'x' }, { text: bad }, { text: 'x' }] },
    ])
      await expect(
        execute(house, translateGuide, author, { ...translation, ...change }),
      ).rejects.toMatchObject(refused);
    for (const field of ['statement', 'sourceTitle', 'text', 'reason'])
      await expect(
        execute(house, changeFact, author, { ...changedFact(fact, { [field]: bad }), factId: fact.factId }),
      ).rejects.toMatchObject(refused);
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    'https://a b',
    'x',
  ])('a source at %s', async (sourceUrl) => {
    await expect(addTestFact(house, author, { sourceUrl })).rejects.toMatchObject({ code: 'input.invalid' });
    await expect(
      addTestFact(house, author, { kind: 'web', value: undefined, unit: undefined, text: sourceUrl }),
    ).rejects.toMatchObject({ code: 'input.invalid' });
  });
});

describe('hostile text that was published', () => {
  test.each(['en', 'ur', 'bn'])('is text on every page in %s', async (language) => {
    const faults: string[] = [];
    const paths = [
      '',
      '/notices',
      '/doors/before',
      '/topics/get_ready',
      `/search?q=${marker}`,
      '/search?q=alert',
      ...slugs.map((slug) => `/guides/${slug}`),
    ];
    for (const path of paths) {
      const html = await text(`/${language}${path}`);
      faults.push(
        ...judgePage({ path: `/${language}${path}`, html }, ['Old Caravanserai'])
          .filter(isTyped)
          .map((fault) => `/${language}${path}: ${fault}`),
      );
      const slug = path.replace('/guides/', '');
      if (titles.has(slug) && language !== 'ur' && headingOf(html) !== titles.get(slug))
        faults.push(`${slug}: its title reads ${headingOf(html)}`);
    }
    expect(faults).toEqual([]);
  });

  test('is text on a checklist', async () => {
    const slug = slugs.find((_, at) => at === Object.keys(bodies).indexOf('directives')) ?? '';
    const html = await text(`/en/checklist/${slug}?route=%3Cscript%3E`);
    expect(judgePage({ path: '/en', html }, []).filter(isTyped)).toEqual([]);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test.each(['/en/feed.xml', '/ur/feed.xml'])('is text in %s, which stays well-formed', async (path) => {
    const xml = await text(path);
    expect(xmlFault(xml)).toBeUndefined();
    expect(xml).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  test('leaves the map of the site well-formed', async () => {
    expect(xmlFault(await text('/sitemap.xml'))).toBeUndefined();
  });

  test('is data to machines, as it was typed', async () => {
    for (const slug of slugs) {
      const answer = await ask(`/en/guides/${slug}/data.json`);
      expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(((await answer.json()) as { name: string }).name).toBe(titles.get(slug));
      const open = (await (await ask(`/api/v1/guides/${slug}`)).json()) as { title: string };
      expect(open.title).toBe(titles.get(slug));
    }
    const listed = await ask('/api/v1/facts?language=ur');
    expect(listed.headers.get('content-type')).toMatch(/^application\/json/);
    const { facts } = (await listed.json()) as { facts: { statement: string; statementLanguage: string }[] };
    expect(facts.map(({ statement }) => statement)).toEqual(expect.arrayContaining(Object.values(lines)));
  });

  test('is text on a leaflet, in every script', async () => {
    const read: string[] = [];
    for (const [at, slug] of slugs.entries()) {
      // All bodies in one language; each line in another.
      const language = at % 2 === 0 ? 'en' : 'ur';
      const pdf = new Uint8Array(await (await ask(`/${language}/guides/${slug}/leaflet.pdf`)).arrayBuffer());
      expect([slug, Buffer.from(pdf.subarray(0, 5)).toString()]).toEqual([slug, '%PDF-']);
      const acts = /\/JavaScript|\/JS\s*[(<]|\/Launch|\/URI\s*\((?!https?:)/.exec(
        Buffer.from(pdf).toString('latin1'),
      );
      expect([slug, acts?.[0]]).toEqual([slug, undefined]);
      if (canReadPdf && language === 'en') read.push(readPdfText(pdf).text);
    }
    expect(read.filter((words) => !words.includes(marker))).toEqual([]);
  });
});
