/** What pages of other modules show of the public site. */
export { SiteFrame } from './components/site-frame.tsx';
export { GuideArticle } from './components/guide-article.tsx';
export type { GuideView } from './guide-view.ts';
