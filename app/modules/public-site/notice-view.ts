import type { GuideLink } from './guide-link.ts';

/** A notice as it hangs: its days are `YYYY-MM-DD`. */
export interface NoticeView extends GuideLink {
  startsOn?: string;
  endsOn?: string;
}
