/** What pages of other modules show of the public site. */
export { SiteFrame } from './components/site-frame.tsx';
