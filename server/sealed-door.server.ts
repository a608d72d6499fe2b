import type { MiddlewareHandler } from 'hono';
import type { House } from '#platform/house.server.ts';
import { Problem } from '#platform/problem.ts';
import type { AppEnv } from './app-env.ts';
import { plainPath } from './plain-path.ts';

/** All that staff may reach while the house is sealed: the way to open it. */
export const openWhileSealed: readonly string[] = ['/staff/unlock-house', '/staff/unlock-house/passkey'];

/**
 * Answers 423 to every address of staff, of the set-up and of programs until the house is open, whatever would have been
 * asked of it: nothing behind this door has to be careful. The public half goes on; what needs a key there is refused by
 * the vault itself.
 */
export function sealedDoor(
  house: Pick<House, 'isOpen'>,
  open: readonly string[] = openWhileSealed,
): MiddlewareHandler<AppEnv> {
  return (c, next) => {
    if (!house.isOpen && isShut(c.get('url').pathname, open)) throw new Problem('house.sealed', 423);
    return next();
  };
}

function isShut(pathname: string, open: readonly string[]): boolean {
  const path = plainPath(pathname);
  if (!/^\/+(staff|setup|api)(\/|\.|$)/.test(path)) return false;
  return !open.includes(path.replace(/\.data$/, '').replace(/\/+$/, ''));
}
