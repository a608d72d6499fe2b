import { useText } from '#platform/web/page-texts.ts';
import type { GuideLink } from '../guide-link.ts';
import { Pictogram } from './pictogram.tsx';

/** The sections of the hub; their titles are codes here. */
export function TopicList({ topics }: { topics: readonly GuideLink[] }) {
  const t = useText('site');
  return (
    <ul className="topics">
      {topics.map(({ href, title, pictogram }) => (
        <li key={href}>
          <a href={href}>
            <Pictogram name={pictogram} />
            {t(`section.${title}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}
