import type { Page } from 'playwright-core';

/** Whatever the browser complains about while a page is used: scripts that throw, broken policy, failed requests. */
export function watchPage(page: Page): { complaints: string[]; allow(pattern: RegExp): void } {
  const complaints: string[] = [];
  const allowed: RegExp[] = [];
  const complain = (text: string) => {
    if (!allowed.some((pattern) => pattern.test(text))) complaints.push(text);
  };
  page.on('pageerror', (error) => complain(`script: ${error.message}`));
  page.on('console', (message) => {
    // A form that was refused is an answer, not a fault.
    if (message.type() === 'error' && !/status of (401|409|422)/.test(message.text()))
      complain(`console: ${message.text()} ${message.location().url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complain(`${response.status()} ${response.url()}`);
  });
  return { complaints, allow: (pattern) => void allowed.push(pattern) };
}
