import { z } from 'zod';
import { lineSchema } from '#platform/operations/text-schema.ts';
import { auditResults } from './audit.tables.server.ts';

const day = z.iso.date('field.not-a-date');

/** The filters stand in the address, so that a view can be kept and handed on. */
export const auditListParams = z.object({
  /** First and last day, both included, in the centre's own time. */
  from: day.optional(),
  to: day.optional(),
  staff: z.uuid('field.choose-one').optional(),
  action: z
    .string()
    .regex(/^[a-z-]{1,40}\.[a-z-]{1,40}$/, 'field.choose-one')
    .optional(),
  /** A file number or the file's id. */
  file: lineSchema(60).optional(),
  result: z.enum(auditResults).optional(),
  /** Number of the event after which (looking back) the page begins. */
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
});
export type AuditListParams = z.output<typeof auditListParams>;

export const auditEventParams = z.object({
  seq: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});

const finding = z.object({
  seq: z.number().int().min(0),
  kind: z.enum(['gap', 'broken-link', 'altered', 'head', 'signed', 'signature']),
});
export const recordCheckInput = z.object({
  events: z.number().int().min(0),
  headSeq: z.number().int().min(0),
  /** Hex. */
  headHash: z.string().regex(/^[0-9a-f]{64}$/),
  findings: z.array(finding).max(100),
});
