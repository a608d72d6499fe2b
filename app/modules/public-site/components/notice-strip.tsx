import { formatDay } from '#platform/language/format-date.ts';
import { directionOf } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import type { NoticeView } from '../notice-view.ts';

/** Notices above everything else: what changed, until when. */
export function NoticeStrip({ notices, level = 2 }: { notices: readonly NoticeView[]; level?: 2 | 3 }) {
  const t = useText('site');
  const { language } = usePageTexts();
  const Title = `h${level}` as const;
  return notices.map((notice) => (
    <article className="mark" data-tone="attention" key={notice.href}>
      <div {...(notice.language && { lang: notice.language, dir: directionOf(notice.language) })}>
        <Title>
          <a href={notice.href}>{notice.title}</a>
        </Title>
        <p>{notice.summary}</p>
      </div>
      {(notice.startsOn || notice.endsOn) && (
        <p className="soft">
          {notice.startsOn && t('notice.from', { date: formatDay(notice.startsOn, { language }) })}{' '}
          {notice.endsOn && t('notice.until', { date: formatDay(notice.endsOn, { language }) })}
        </p>
      )}
    </article>
  ));
}
