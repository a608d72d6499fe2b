import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  impact: string | null;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Takes the letters of an avatar, which are decoration, for the name of the button. */
const mistaken = { 'label-content-name-mismatch': { enabled: false } };

/** Serious and critical barriers on the page as it stands now, one line each. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Evaluated from outside, so that the page keeps its content policy.
  await page.evaluate(source);
  const violations = await page.evaluate<Violation[]>(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], rules: ${JSON.stringify(mistaken)} })
      .then(({ violations }) => violations)`,
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ target }) => `${id}: ${target.join(' ')}`));
}
