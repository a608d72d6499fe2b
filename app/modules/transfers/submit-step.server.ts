import { submitForm, type Submitted } from '#platform/web/submit-form.server.ts';
import type { Web } from '#platform/web/web-context.ts';
import { acceptTransfer } from './operations/accept-transfer.server.ts';
import { askBackTransfer } from './operations/ask-back-transfer.server.ts';
import { clarifyTransfer } from './operations/clarify-transfer.server.ts';
import { closeTransfer } from './operations/close-transfer.server.ts';
import { confirmTransfer } from './operations/confirm-transfer.server.ts';
import { rejectTransfer } from './operations/reject-transfer.server.ts';
import { revokeTransfer } from './operations/revoke-transfer.server.ts';
import { sendTransfer } from './operations/send-transfer.server.ts';

/** Sends one of the page's forms to its operation. */
export function submitStep(
  web: Web,
  request: Request,
  transferId: string,
): Promise<Submitted<{ transferId: string }>> {
  switch (new URL(request.url).searchParams.get('act')) {
    case 'accept':
      return submitForm(web, request, acceptTransfer, ({ input }) => ({ ...input, transferId }));
    case 'reject':
      return submitForm(web, request, rejectTransfer, ({ input }) => ({ ...input, transferId }));
    case 'ask-back':
      return submitForm(web, request, askBackTransfer, ({ input }) => ({ ...input, transferId }));
    case 'clarify':
      return submitForm(web, request, clarifyTransfer, ({ input }) => ({ ...input, transferId }));
    case 'revoke':
      return submitForm(web, request, revokeTransfer, () => ({ transferId }));
    case 'confirm':
      return submitForm(web, request, confirmTransfer, () => ({ transferId }));
    case 'close':
      return submitForm(web, request, closeTransfer, () => ({ transferId }));
    default:
      return submitForm(web, request, sendTransfer, ({ input }) => ({
        transferId,
        countryChecked: input['countryChecked'] === 'yes',
      }));
  }
}
