import type { FactView } from '#modules/facts/index.server.ts';
import type { Block } from '#modules/guides/index.server.ts';
import type { Crumb } from './components/site-frame.tsx';
import type { GuideLink } from './guide-link.ts';

/** A page of the hub as one reads it. Days are `YYYY-MM-DD`. */
export interface GuideView {
  slug: string;
  title: string;
  summary: string;
  /** Language of title, summary and body: the reader's, or the source's. */
  language: string;
  isFallback: boolean;
  /** A translation that nobody has checked. */
  isDraft: boolean;
  sourceLanguage: string;
  blocks: readonly Block[];
  /** Places in `blocks` whose original has changed since they were translated. */
  staleBlocks: readonly number[];
  /** False where the original has parts that this translation has not. */
  isWhole: boolean;
  facts: Record<string, FactView>;
  /** Slugs that links of the body may lead to. */
  slugs: string[];
  verifiedOn?: string;
  reviewDue?: string;
  isOverdue: boolean;
  publishedOn: string;
  audio?: string;
  /** The whole address, to copy or to say. */
  address: string;
  crumbs: Crumb[];
  related: GuideLink[];
  /** It has a list of papers that can be cut to one's own case. */
  hasChecklist: boolean;
}
