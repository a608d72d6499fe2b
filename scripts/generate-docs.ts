import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { generateDocs } from './generated-docs.ts';

// Writes docs/generated anew. The checks fail while it differs from the program.
const root = resolve(import.meta.dirname, '..');
for (const [path, text] of await generateDocs(root)) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(path);
}
