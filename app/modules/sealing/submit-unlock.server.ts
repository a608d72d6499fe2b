import { fieldProblem } from '#platform/problem.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import {
  deviceClass,
  deviceTokenOf,
  enterBrowser,
  passkeyProof,
  requireSafeLine,
  unreadNotices,
} from '#modules/staff/index.server.ts';
import {
  unlockByPasskey,
  unlockByPassphrase,
  unlockByRecoveryKey,
  type Unlocked,
} from './unlock-house.server.ts';

export type UnlockPart = 'passphrase' | 'passkey' | 'sheet';

export const partOf = (form: FormData): UnlockPart =>
  form.get('passkey') ? 'passkey' : form.get('part') === 'sheet' ? 'sheet' : 'passphrase';

/**
 * Opens the house by what was sent. @returns where to go on, or nothing while a second person is waited for
 * @throws Problem of the way that was taken
 */
export async function submitUnlock(web: Web, request: Request, form: FormData): Promise<string | undefined> {
  requireSafeLine(web);
  const { input } = readFormData(form);
  const answer = (name: string) => {
    const typed = input[name];
    if (typeof typed !== 'string' || typed === '') throw fieldProblem(name, 'required');
    return typed;
  };
  const deviceToken = deviceTokenOf(web);
  const origin = {
    address: web.address,
    deviceToken,
    device: deviceClass(request.headers.get('user-agent')),
  };
  const enter = async (unlocked: Unlocked) => {
    if (!('session' in unlocked)) return undefined;
    enterBrowser(web, unlocked.session, deviceToken);
    return (await unreadNotices(web.house, unlocked.session.token)) ? '/staff/account' : '/staff';
  };
  switch (partOf(form)) {
    case 'passkey':
      return enter(await unlockByPasskey(web.house, passkeyProof(web, answer('passkey')), origin));
    case 'sheet':
      await unlockByRecoveryKey(web.house, answer('recoveryKey'), web.address);
      return '/staff/sign-in?from=unlocked';
    case 'passphrase': {
      const typed = { email: answer('email'), passphrase: answer('passphrase'), code: answer('code') };
      return enter(await unlockByPassphrase(web.house, typed, origin));
    }
  }
}
