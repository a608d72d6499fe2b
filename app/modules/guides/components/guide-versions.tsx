import { formatDay } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { Badge } from '#ui/badge.tsx';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Timeline } from '#ui/timeline.tsx';

export interface GuideVersionsProps {
  pageId: string;
  versions: readonly {
    version: number;
    languages: readonly string[];
    substance: boolean;
    note: string | null;
    by: string | undefined;
    on: string;
  }[];
}

/** What readers had when; each version stays readable as it was. */
export function GuideVersions({ pageId, versions }: GuideVersionsProps) {
  const t = useText('guides');
  const { language } = usePageTexts();
  if (versions.length === 0) return null;
  return (
    <Card id="versions" title={t('versions.title')}>
      <Timeline
        entries={versions.map((each) => ({
          id: String(each.version),
          when: formatDay(each.on, { language }),
          dateTime: each.on,
          title: t('versions.version', { version: each.version }),
          tone: each.substance ? 'attention' : 'plain',
          children: (
            <>
              <p>
                {each.by && <Bdi>{each.by}</Bdi>}{' '}
                {each.substance && <Badge tone="attention">{t('versions.substance')}</Badge>}
              </p>
              {each.note && (
                <p>
                  <Bdi>{each.note}</Bdi>
                </p>
              )}
              <p className="toolbar">
                {each.languages.map((code) => (
                  <a
                    key={code}
                    href={`/staff/guides/${pageId}/versions/${each.version}?language=${code}`}
                    target="_blank"
                    rel="noreferrer"
                    lang={code}
                  >
                    {interfaceLanguage(code).ownName}
                  </a>
                ))}
              </p>
            </>
          ),
        }))}
      />
    </Card>
  );
}
