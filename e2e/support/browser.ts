import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../scripts/find-chromium.ts';

/** The system's own Chromium. A missing one fails: a journey that was skipped has shown nothing. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new Error('The journeys need Chromium: run them with npm test, or set CHROME_PATH.');
  return chromium.launch({
    executablePath,
    args: [
      // Chromium's own sandbox refuses to run as root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
