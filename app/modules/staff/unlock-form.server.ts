import { fieldProblem } from '#platform/problem.ts';
import type { Web } from '#platform/web/web-context.ts';
import { deviceTokenOf } from './browser-session.server.ts';
import { unlockByPasskey } from './passkey-session.server.ts';
import { passkeyProof } from './passkey-web.server.ts';
import { unlockByPin, unlockScreen } from './screen.server.ts';

/**
 * Sends the unlock page's form to the way that was chosen.
 * @returns false when the session has ended meanwhile
 */
export async function unlockByForm(
  web: Web,
  form: FormData,
  by: 'passkey' | 'pin' | 'passphrase',
): Promise<boolean> {
  const typed = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const token = web.cookies.sessionToken;
  if (by === 'passkey') return unlockByPasskey(web.house, token, passkeyProof(web, typed('passkey')));
  if (by === 'passphrase') return unlockScreen(web.house, token, typed('passphrase'));
  // A blank field is no try.
  if (typed('pin').trim() === '') throw fieldProblem('pin', 'required');
  return unlockByPin(web.house, token, { pin: typed('pin'), deviceToken: deviceTokenOf(web) });
}
