import { isStaff } from '#platform/actor.ts';
import { typedValues } from '#platform/web/form-data.server.ts';
import { refuseForm, submitForm, type Submitted } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { deviceTokenOf } from './browser-session.server.ts';
import { endOtherSession } from './operations/end-other-session.server.ts';
import { forgetDevice } from './operations/forget-device.server.ts';
import { registerPasskey } from './operations/register-passkey.server.ts';
import { removePasskey } from './operations/remove-passkey.server.ts';
import { removePin } from './operations/remove-pin.server.ts';
import { unlinkProvider } from './operations/unlink-provider.server.ts';
import { setPin } from './operations/set-pin.server.ts';
import { shareDevice } from './operations/share-device.server.ts';
import { unshareDevice } from './operations/unshare-device.server.ts';
import { passkeyProof } from './passkey-web.server.ts';
import { tellProvenPasskey } from './secret-proven.server.ts';
import { proveStepUp, submitSteppedUp } from './step-up-form.server.ts';

/** Sends one part of the page about one's own devices to its operation. */
export async function submitDevices(
  web: Web,
  request: Request,
): Promise<{ part: string; submitted: Submitted<unknown> }> {
  const form = await request.clone().formData();
  const said = form.get('part');
  const part = typeof said === 'string' ? said : '';
  if (part === 'passkey' && form.get('provenBy') && !form.get('passkey')) {
    // Only who it is was proven yet; the new key comes next.
    const refused = await proveStepUp(web, request);
    return { part: refused ? part : 'proven', submitted: refused ?? { ok: true, result: undefined } };
  }
  try {
    const submitted = await submitPart(web, request, part);
    const passkey = form.get('passkey');
    if (part === 'passkey' && submitted.ok && isStaff(web.actor) && typeof passkey === 'string')
      await tellProvenPasskey(web.house, web.actor.staffId, passkey);
    return { part, submitted };
  } catch (error) {
    return { part, submitted: refuseForm(web, error, typedValues(form)) };
  }
}

function submitPart(web: Web, request: Request, part: string): Promise<Submitted<unknown>> {
  switch (part) {
    case 'passkey':
      return submitSteppedUp(web, request, registerPasskey, ({ input }) => ({
        ...passkeyProof(web, typeof input['passkey'] === 'string' ? input['passkey'] : ''),
        name: input['name'],
      }));
    case 'remove-passkey':
      return submitSteppedUp(web, request, removePasskey);
    case 'pin':
      return submitSteppedUp(web, request, setPin);
    case 'remove-pin':
      return submitForm(web, request, removePin);
    case 'unlink-provider':
      return submitForm(web, request, unlinkProvider);
    case 'share':
      return submitForm(web, request, shareDevice, () => ({ deviceToken: deviceTokenOf(web) }));
    case 'unshare':
      return submitForm(web, request, unshareDevice);
    case 'forget':
      return submitForm(web, request, forgetDevice);
    default:
      return submitForm(web, request, endOtherSession);
  }
}
