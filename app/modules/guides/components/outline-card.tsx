import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import type { GuideOutline } from '../guide.tables.server.ts';

/** Of a page still to be written: what it must answer, and what has to be found out first. */
export function OutlineCard({ outline }: { outline: GuideOutline }) {
  const t = useText('guides');
  return (
    <Card id="outline" title={t('outline.title')} tone="sand">
      <p>{t('outline.questions')}</p>
      <ol className="list-decimal ps-6">
        {outline.questions.map((question) => (
          <li key={question}>
            <Bdi lang="en">{question}</Bdi>
          </li>
        ))}
      </ol>
      {outline.factsToFind.length > 0 && (
        <>
          <p className="mt-4">{t('outline.facts')}</p>
          <ul className="list-disc ps-6">
            {outline.factsToFind.map(({ what, whereToLook }) => (
              <li key={what}>
                <Bdi lang="en">{what}</Bdi>
                {whereToLook && (
                  <span className="block text-sm text-ink-soft">
                    {t('outline.look')} <Bdi lang="en">{whereToLook}</Bdi>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}
