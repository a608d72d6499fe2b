import type { Web } from '#platform/web/web-context.ts';

/** Which of the tabs this person may open. */
export const maySeeTabs = ({ house, actor }: Web) => ({
  requests: house.policy.mayEver(actor, 'request.list'),
  disclosures: house.policy.mayEver(actor, 'disclosure-request.list'),
  retention: house.policy.mayEver(actor, 'retention.overview'),
  impact: house.policy.mayEver(actor, 'privacy-impact.view'),
});
