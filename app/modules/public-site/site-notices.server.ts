import type { PublishedGuide, PublishedSite } from '#modules/guides/index.server.ts';
import { guideLink } from './guide-link.server.ts';
import type { NoticeView } from './notice-view.ts';

/** Does a notice hang on this day? One without an end hangs until it is taken down. */
export const isHanging = ({ startsOn, endsOn }: PublishedGuide, day: string): boolean =>
  (startsOn ?? day) <= day && day <= (endsOn ?? day);

/** Notices that hang on the site's day, the newest first. */
export function hangingNotices({ pages, day }: PublishedSite): PublishedGuide[] {
  return pages
    .filter(({ type }) => type === 'notice')
    .filter((guide) => isHanging(guide, day))
    .toSorted((a, b) => (b.startsOn ?? '').localeCompare(a.startsOn ?? ''));
}

export function noticeViews(site: PublishedSite, language: string): NoticeView[] {
  return hangingNotices(site).map((guide) => ({
    ...guideLink(guide, language, true),
    ...(guide.startsOn && { startsOn: guide.startsOn }),
    ...(guide.endsOn && { endsOn: guide.endsOn }),
  }));
}
