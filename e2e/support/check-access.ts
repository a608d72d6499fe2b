import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Takes the letters of an avatar, which are decoration, for the name of the button. */
const mistaken = { 'label-content-name-mismatch': { enabled: false } };

/** Barriers by WCAG 2.2 A and AA on the page as it stands now, one line each, however small. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Evaluated from outside, so that the page keeps its content policy.
  await page.evaluate(source);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: ${JSON.stringify(mistaken)} })
      .then(({ violations }) => violations)`,
  );
  const astray = await page.evaluate<string[]>(
    `[...document.querySelectorAll('label[for]')].filter((label) =>
      document.querySelectorAll('#' + CSS.escape(label.htmlFor)).length > 1).map((label) => label.htmlFor)`,
  );
  const barriers = violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 5).map(({ target }) => `${id}: ${target.join(' ')}`),
  );
  return [...barriers, ...new Set(astray.map((field) => `label: two fields are #${field}`))];
}
