import { asvs } from './asvs/asvs.ts';
import type { Check } from './check.ts';
import { declaredActions } from './declared-actions.ts';
import { fileLength } from './file-length.ts';
import { freshDocs } from './fresh-docs.ts';
import { locales } from './locales.ts';
import { naming } from './naming.ts';
import { ownWords } from './own-words.ts';
import { packages } from './packages.ts';
import { deadCode, format, imports, lint, types } from './program-checks.ts';
import { seenActions } from './seen-actions.ts';

/** What `npm run check` does, quick ones first. */
export const allChecks: Check[] = [
  packages,
  naming,
  fileLength,
  ownWords,
  locales,
  format,
  lint,
  imports,
  deadCode,
  types,
  declaredActions,
  asvs,
  freshDocs,
  seenActions,
];
