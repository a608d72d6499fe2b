/** What pages of other modules show of people's own data. */
export { DataTabs } from './components/data-tabs.tsx';
