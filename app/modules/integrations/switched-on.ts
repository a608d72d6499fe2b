import { Problem } from '#platform/problem.ts';

export const webhookSetting = 'integrations.webhooks';

/** Off unless the centre switched it on. */
export const isSwitchedOn = (settings: Record<string, unknown> | undefined): boolean =>
  settings?.[webhookSetting] === true;

/** @throws Problem `webhook.switched-off` (409) */
export function requireSwitchedOn(settings: Record<string, unknown>): void {
  if (!isSwitchedOn(settings)) throw new Problem('webhook.switched-off', 409);
}
