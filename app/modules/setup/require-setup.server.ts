import { notFound } from '#platform/problem.ts';
import { isLoopback } from '#platform/web/cookie-jar.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { isSetupCode } from './setup-code.server.ts';
import type { SetupDraft } from './setup-draft.ts';
import { loadSetupDraft } from './setup-draft.server.ts';

/**
 * The set-up that this address opens. From another machine, with another code, or once the house is set up,
 * there is nothing here.
 * @throws Problem `not-found`
 */
export async function requireSetup(
  web: Web,
  code: string | undefined,
): Promise<{ code: string; draft: SetupDraft }> {
  const here = isLoopback(web.url.hostname) && (web.address === undefined || isOwnAddress(web.address));
  if (!here || !code || !(await isSetupCode(web.house.databases.auth, code, web.house.clock.now())))
    throw notFound();
  return { code, draft: await loadSetupDraft(web.house, web.house.databases.auth) };
}

const isOwnAddress = (address: string): boolean => /^(::ffff:)?127\.|^::1$/.test(address);
