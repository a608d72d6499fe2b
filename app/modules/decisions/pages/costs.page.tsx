import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { siteFrame } from '#modules/public-site/index.server.ts';
import { SiteFrame } from '#modules/public-site/index.tsx';
import { clientTextLanguage, isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import type { PageHandle } from '#platform/web/page-handle.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { CostForm } from '../components/cost-form.tsx';
import { CostSources } from '../components/cost-sources.tsx';
import { CostSum } from '../components/cost-sum.tsx';
import { PublicReading } from '../components/public-reading.tsx';
import { costView } from '../cost-view.server.ts';

export const handle: PageHandle = {
  parameters: ['route', 'currency', 'wage', 'living', 'homeNeed', 'rate', 'loan', 'repay', 'a-*'],
};

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  if (!isInterfaceLanguage(params.language)) throw notFound();
  const [frame, view] = await Promise.all([
    siteFrame(web),
    costView(
      web.house,
      params.corridor ?? '',
      web.url.searchParams,
      clientTextLanguage(web.language),
      web.language,
    ),
  ]);
  return { frame, view };
}

/** What a corridor costs by its facts, beside what somebody was asked for. Amounts stand in the address, nothing else. */
export default function CostsPage() {
  const { frame, view } = useLoaderData<typeof loader>();
  const { language } = usePageTexts();
  const t = useText('decide');
  const isEmpty = view.sheet.lines.length === 0;
  return (
    <SiteFrame frame={frame} title={t('costs.title')} path={`/costs/${view.pair}`}>
      <PublicReading>
        {(reading) => (
          <>
            <h1>{reading.t('costs.title')}</h1>
            <p className="lead">{reading.t('costs.lead', { from: view.from, to: view.to })}</p>
            {isEmpty ? (
              <p className="card sand">{reading.t('costs.empty')}</p>
            ) : (
              <>
                {view.isCounted && <CostSum view={view} reading={reading} />}
                <CostForm view={view} reading={reading} />
                <CostSources view={view} reading={reading} />
              </>
            )}
            <p className="decide-buttons">
              <a className="action" href={`/${language}/visit`}>
                {reading.t('gate.visit')}
              </a>
              <a className="action" href={`/${language}/ask`} data-live="">
                {reading.t('gate.ask')}
              </a>
            </p>
          </>
        )}
      </PublicReading>
    </SiteFrame>
  );
}
