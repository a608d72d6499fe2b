import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { programDir } from '#platform/house.server.ts';
import { publicLanguages, sourceLanguage } from '#platform/language/interface-languages.ts';
import { addFactInput } from '#modules/facts/index.server.ts';
import { addGuideInput } from './guide.schemas.ts';

/** Pages and facts that come with the program, as they lie in `content/`. See `content/README.md`. */
export interface StarterContent {
  facts: StarterFact[];
  pages: StarterPage[];
  outlines: StarterOutline[];
}

type AddFact = z.output<typeof addFactInput>;
type AddGuide = z.output<typeof addGuideInput>;

export interface StarterFact extends AddFact {
  sentences: { language: string; statement: string }[];
  conflicts: { code: string; note: string; notes: Record<string, string> }[];
}

interface StarterText {
  language: string;
  title: string;
  summary: string;
  body: string;
}

export interface StarterPage extends Omit<AddGuide, 'title' | 'summary' | 'body' | 'language'> {
  /** The source first. */
  texts: StarterText[];
}

export interface StarterOutline extends Omit<AddGuide, 'summary' | 'body' | 'language'> {
  outline: { questions: string[]; factsToFind: { what: string; kind?: string; whereToLook?: string }[] };
}

const line = z.string().min(1);
const conflictFile = z.array(z.object({ code: line, note: line })).default([]);
const corridorFile = z.object({ from: line, to: line }).optional();

/** Reads everything anew at each call: it is asked for once in a centre's life. @throws when a file is not as it should be */
export function readStarterContent(root = join(programDir, 'content')): StarterContent {
  return {
    facts: filesIn(join(root, 'starter/facts'), /^[a-z]+(-[a-z]+)*\.json$/).flatMap((name) =>
      readFacts(join(root, 'starter/facts'), name.slice(0, -'.json'.length)),
    ),
    pages: readdirSync(join(root, 'starter/pages'))
      .sort()
      .map((slug) => readPage(join(root, 'starter/pages', slug), slug)),
    outlines: filesIn(join(root, 'outlines'), /\.json$/).flatMap((name) =>
      readOutlines(join(root, 'outlines', name)),
    ),
  };
}

function readFacts(folder: string, set: string): StarterFact[] {
  const translated = publicLanguages.flatMap((language) => {
    const name = `${set}.${language}.json`;
    if (!readdirSync(folder).includes(name)) return [];
    return [{ language, sentences: z.record(z.string(), line).parse(readJson(join(folder, name))) }];
  });
  return z
    .array(z.looseObject({ code: line, conflictsWith: conflictFile }))
    .parse(readJson(join(folder, `${set}.json`)))
    .map((given) => {
      const { conflictsWith, source, ...rest } = given as typeof given & { source?: Record<string, string> };
      const fact = addFactInput.parse({
        ...rest,
        sourceTitle: source?.['title'],
        sourceUrl: source?.['url'],
        sourceDate: source?.['date'],
        retrievedOn: source?.['retrievedOn'],
      });
      return {
        ...fact,
        sentences: translated.flatMap(({ language, sentences }) => {
          const statement = sentences[fact.code];
          return statement === undefined ? [] : [{ language, statement }];
        }),
        conflicts: conflictsWith.map(({ code, note }) => ({
          code,
          note,
          notes: Object.fromEntries(
            translated.flatMap(({ language, sentences }) => {
              const own = sentences[`${fact.code}#conflict`];
              return own === undefined ? [] : [[language, own]];
            }),
          ),
        })),
      };
    });
}

function readPage(folder: string, slug: string): StarterPage {
  const { corridor, order, ...about } = z
    .looseObject({ corridor: corridorFile, order: z.number().int() })
    .parse(readJson(join(folder, 'page.json')));
  const texts = [sourceLanguage, ...publicLanguages.filter((code) => code !== sourceLanguage)].flatMap(
    (language) => {
      const file = join(folder, `${language}.md`);
      return readdirSync(folder).includes(`${language}.md`) ? [readText(file, language)] : [];
    },
  );
  const {
    title: _title,
    summary: _summary,
    body: _body,
    language: _language,
    ...page
  } = addGuideInput.parse({
    ...about,
    corridorFrom: corridor?.from,
    corridorTo: corridor?.to,
    place: order,
    slug,
    ...texts[0],
  });
  return { ...page, texts };
}

/** `---`, `title: …`, `summary: …`, `---`, then the body. @throws when it begins otherwise */
function readText(file: string, language: string): StarterText {
  const parts = /^---\ntitle: (.+)\nsummary: (.+)\n---\n([^]*)$/.exec(readFileSync(file, 'utf8'));
  const [, title, summary, body] = parts ?? [];
  if (!title || !summary || !body) throw new Error(`${file} does not begin with its title and summary`);
  return { language, title: title.trim(), summary: summary.trim(), body: body.trim() };
}

function readOutlines(file: string): StarterOutline[] {
  const { corridor, country, pages } = z
    .looseObject({
      corridor: corridorFile,
      country: line.optional(),
      pages: z.array(
        z.looseObject({
          order: z.number().int(),
          questions: z.array(line).min(1),
          factsToFind: z.array(z.object({ what: line, kind: line.optional(), whereToLook: line.optional() })),
        }),
      ),
    })
    .parse(readJson(file));
  return pages.map(({ questions, factsToFind, order, ...about }) => {
    const {
      summary: _summary,
      body: _body,
      language: _language,
      ...page
    } = addGuideInput.parse({
      ...about,
      corridorFrom: corridor?.from,
      corridorTo: corridor?.to,
      country: about['country'] ?? country,
      place: order,
      language: sourceLanguage,
      summary: '-',
      body: '-',
    });
    return { ...page, outline: { questions, factsToFind } };
  });
}

const filesIn = (folder: string, name: RegExp): string[] =>
  readdirSync(folder)
    .filter((each) => name.test(each))
    .sort();

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
