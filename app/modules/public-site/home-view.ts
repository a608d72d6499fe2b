import type { PublicCentre } from '#modules/centres/index.tsx';
import type { GuideLink } from './guide-link.ts';
import type { NoticeView } from './notice-view.ts';
import type { SiteFrameData } from './site-frame.ts';

/** All that the first page shows. */
export interface HomeView {
  frame: SiteFrameData;
  centre: PublicCentre;
  notices: NoticeView[];
  corridors: CorridorLink[];
  /** Sections that have pages, in their order. */
  topics: GuideLink[];
}

export interface CorridorLink {
  /** As in addresses: `pk-sa`. */
  pair: string;
  /** Names of the countries in the reader's language. */
  from: string;
  to: string;
}
