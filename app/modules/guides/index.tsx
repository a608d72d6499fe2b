/** What pages of other modules show of the guides. */
export { GuideBody } from './components/guide-body.tsx';
export { formatFactValue, formatSourceDate } from './fact-value.ts';
export { HubTabs } from './components/hub-tabs.tsx';
