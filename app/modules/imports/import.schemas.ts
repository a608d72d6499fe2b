import { z } from 'zod';
import { isClientLanguage } from '#platform/code-lists/client-languages.ts';
import { codeSchema } from '#platform/code-lists/code-lists.ts';
import { UploadedFile } from '#platform/files/uploaded-file.server.ts';
import { calendars } from '#platform/language/interface-languages.ts';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { duplicateDecisions } from './import.tables.server.ts';
import { type ImportFieldName, importFieldNames } from './import-fields.ts';
import { csvEncodings } from './import-file.server.ts';
import { dayOrders } from './read-day-parts.ts';

const version = z.number().int().min(1);
const importId = z.uuid();

export const uploadImportInput = z.object({
  file: z.instanceof(UploadedFile, { error: 'field.required' }),
  name: lineSchema(200),
  /** The same file came before; it is taken up again all the same. */
  again: z.boolean().default(false),
});

export const chooseSheetInput = z.object({
  importId,
  version,
  sheet: z.number().int().min(0).max(500),
  /** As the file counts; guessed when left out. */
  headerRow: z.number().int().min(1).max(1_048_576).optional(),
  encoding: z.enum(csvEncodings).optional(),
});

const fieldName = z.enum(importFieldNames as [ImportFieldName, ...ImportFieldName[]]);
const language = z.string().refine(isClientLanguage, 'field.choose-one');

export const mapColumnsInput = z.object({
  importId,
  version,
  columns: z
    .array(
      z.object({
        column: z.number().int().min(0).max(511),
        field: fieldName,
        calendar: z.enum(calendars).optional(),
        order: z.enum(dayOrders).optional(),
      }),
    )
    .min(1, 'field.choose-one')
    .max(64),
  usual: z.object({
    language,
    channel: codeSchema('channel'),
    topic: codeSchema('topic'),
    result: codeSchema('counsellingResult'),
  }),
  consent: z.object({
    stated: z.enum(['none', 'column', 'all']),
    form: codeSchema('consentForm').optional(),
    explainedIn: language.optional(),
  }),
  /** Known again at the next file with the same headings. */
  remember: z.boolean().default(true),
});
export type MapColumns = z.output<typeof mapColumnsInput>;

export const mapWordsInput = z.object({
  importId,
  version,
  words: z
    .array(
      z.object({
        list: z.string().max(40),
        word: z.string().max(200),
        /** Nothing: the word is left out. */
        code: z.string().max(60).default(''),
      }),
    )
    .max(900),
});

const decision = z.enum(duplicateDecisions);
export const decideDuplicatesInput = z.object({ importId, version, same: decision, like: decision });
export const decideRowInput = z.object({
  importId,
  number: z.number().int().min(1),
  decision: decision.nullable(),
});
export const importIdInput = z.object({ importId });
export const startImportInput = z.object({ importId, version });

/** A row as the check understood it; from the job alone. */
export const checkedRowSchema = z.object({
  number: z.number().int().min(1),
  state: z.enum(['ready', 'wrong', 'repeated']),
  cells: z.array(z.union([z.string(), z.number(), z.boolean(), z.null(), z.object({ date: z.string() })])),
  fingerprint: z.string().max(64),
  problems: z.array(z.string().max(80)).max(60),
  resemblance: z.enum(['none', 'same', 'like']),
  suspectClient: z.uuid().optional(),
  suspectRow: z.number().int().optional(),
  suspectScore: z.number().optional(),
  suspectReasons: z.array(z.string().max(40)).max(20).default([]),
});
export type CheckedRow = z.output<typeof checkedRowSchema>;
export const checkRowsInput = z.object({
  importId,
  checkId: z.uuid(),
  rows: z.array(checkedRowSchema).max(1_000),
});
const count = z.number().int().min(0);
export const finishCheckInput = z.object({
  importId,
  checkId: z.uuid(),
  counts: z.record(z.string().max(20), count),
  findings: z.object({
    unknown: z
      .array(z.object({ list: z.string(), field: fieldName, word: z.string().max(200), count }))
      .max(400),
    more: z.boolean(),
  }),
});
