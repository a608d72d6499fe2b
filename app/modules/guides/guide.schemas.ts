import { z } from 'zod';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { isCountry } from '#platform/code-lists/countries.ts';
import { publicLanguages } from '#platform/language/interface-languages.ts';
import { isClean, lineSchema, noteSchema } from '#platform/operations/text-schema.ts';
import { guideTypes, riskClasses, sections } from './guide.ts';
import { countWords, longestSummary, neutralityQuestions } from './guide-rules.ts';

const country = z.string().refine(isCountry, 'field.choose-one');
const day = z.iso.date('field.not-a-date');
export const guideLanguageSchema = z.enum(publicLanguages as [string, ...string[]], 'field.choose-one');

export const slugSchema = z
  .string()
  .trim()
  // Each character can be read in one way only: an unclear pattern takes minutes over one long word.
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'field.not-a-slug')
  .max(60);

const summary = noteSchema(1_500).refine(
  (text) => countWords(text) <= longestSummary,
  'field.summary-too-long',
);

const text = z.object({
  title: lineSchema(120),
  summary,
  /** Markdown; what is no block of ours is shown as plain text. */
  body: noteSchema(60_000),
});

/** What a page is about. */
const about = z.object({
  type: z.enum(guideTypes),
  section: z.enum(sections),
  corridorFrom: country.optional(),
  corridorTo: country.optional(),
  country: country.optional(),
  purpose: codeSchema('purpose').optional(),
  sector: codeSchema('sector').optional(),
  stages: z.array(codeSchema('stage')).max(9).default([]),
  topics: z.array(codeSchema('topic')).max(12).default([]),
  riskClass: z.enum(riskClasses).default('normal'),
  pictogram: z
    .string()
    .regex(/^[a-z]{2,20}$/, 'field.choose-one')
    .optional(),
  place: z.number().int().min(0).max(9_999).default(0),
  /** Of a notice: the first and last day on which it hangs. */
  startsOn: day.optional(),
  endsOn: day.optional(),
});

const wholeCorridor = <Schema extends z.ZodType<z.output<typeof about>>>(schema: Schema) =>
  schema.superRefine((page, issues) => {
    const add = (path: string, code: string) =>
      issues.addIssue({ code: 'custom', path: [path], message: `field.${code}` });
    if (page.corridorFrom && !page.corridorTo) add('corridorTo', 'required');
    if (page.corridorTo && !page.corridorFrom) add('corridorFrom', 'required');
    if (page.corridorFrom && page.corridorFrom === page.corridorTo) add('corridorTo', 'not-valid');
    if (page.startsOn && page.endsOn && page.endsOn < page.startsOn) add('endsOn', 'before-start');
  });

const pageAt = { pageId: z.uuid(), version: z.number().int().min(1) };

export const addGuideInput = wholeCorridor(
  about.extend({ ...text.shape, slug: slugSchema, language: guideLanguageSchema }),
);
export const editGuideInput = wholeCorridor(about.extend({ ...text.shape, ...pageAt }));

export const translateGuideInput = z.object({
  ...pageAt,
  language: guideLanguageSchema,
  /** Version of the translation that was on the screen; 0 when there was none. */
  textVersion: z.number().int().min(0),
  title: lineSchema(160),
  summary: noteSchema(3_000),
  /** One per block of the source, in its order. */
  blocks: z
    .array(
      z.object({
        text: z.string().trim().max(10_000).refine(isClean, 'field.bad-characters'),
        /** The translator says that this block says what the source says now. */
        upToDate: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(400),
});
export const checkTranslationInput = z.object({
  ...pageAt,
  language: guideLanguageSchema,
  textVersion: z.number().int().min(1),
});
export const submitGuideInput = z.object({
  ...pageAt,
  neutrality: z.array(z.enum(neutralityQuestions)).max(neutralityQuestions.length).default([]),
});
export const returnGuideInput = z.object({ ...pageAt, note: noteSchema(1_000) });
export const approveGuideInput = z.object(pageAt);
export const publishGuideInput = z.object({
  ...pageAt,
  /** Which translations go out with it; the source language always does when it has changed. */
  languages: z.array(guideLanguageSchema).max(20).default([]),
  /** Does it change what a person should do? Then those who were told the old rule come onto a list. */
  substance: z.boolean().default(false),
  changeNote: lineSchema(300).optional(),
});
export const reviewGuideInput = z.object(pageAt);
export const archiveGuideInput = z.object({ ...pageAt, reason: lineSchema(300) });
export const reopenGuideInput = z.object(pageAt);

export type GuideAbout = z.output<typeof about>;
