import { agreedConsent, registerTestClient } from '#modules/clients/clients.testing.ts';
import { recordConsent } from '#modules/clients/operations/record-consent.server.ts';
import type { StaffActor } from '#platform/actor.ts';
import type { House } from '#platform/house.server.ts';
import { execute } from '#platform/operations/execute.server.ts';
import { proposeTransfer } from './operations/propose-transfer.server.ts';
import { sendTransfer } from './operations/send-transfer.server.ts';

/** Somebody with a file here; with `agrees`, they said yes to sharing for a transfer. */
export async function registerMovingPerson(
  house: House,
  by: StaffActor,
  given: Parameters<typeof registerTestClient>[2] & { agrees?: boolean } = {},
): Promise<string> {
  const { agrees = true, ...person } = given;
  const { clientId } = await registerTestClient(house, by, person);
  if (agrees) await agreeToTransfer(house, by, clientId);
  return clientId;
}

export const agreeToTransfer = (house: House, by: StaffActor, clientId: string) =>
  execute(house, recordConsent, by, {
    ...agreedConsent,
    clientId,
    decisions: { share_for_transfer: 'given' },
  });

export const newTransfer = (clientId: string, toCentreId: string, given: object = {}) => ({
  clientId,
  toCentreId,
  reason: 'client_moved',
  scope: 'full',
  ...given,
});

/** Proposed and, unless told otherwise, sent. */
export async function sendTestTransfer(
  house: House,
  by: StaffActor,
  clientId: string,
  toCentreId: string,
  given: object = {},
): Promise<string> {
  const { transferId } = await execute(house, proposeTransfer, by, newTransfer(clientId, toCentreId, given));
  await execute(house, sendTransfer, by, { transferId, countryChecked: true });
  return transferId;
}
