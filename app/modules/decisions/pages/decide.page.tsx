import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { siteFrame } from '#modules/public-site/index.server.ts';
import { SiteFrame } from '#modules/public-site/index.tsx';
import { clientTextLanguage, isInterfaceLanguage } from '#platform/language/interface-languages.ts';
import { notFound } from '#platform/problem.ts';
import { readFormData } from '#platform/web/form-data.server.ts';
import { usePageTexts, useText } from '#platform/web/page-texts.ts';
import { webContext } from '#platform/web/web-context.ts';
import { GuideForm } from '../components/guide-form.tsx';
import { GuideResult } from '../components/guide-result.tsx';
import { PublicReading } from '../components/public-reading.tsx';
import { ResultAgain } from '../components/result-again.tsx';
import { ResultSources } from '../components/result-sources.tsx';
import { guideView } from '../guide-view.server.ts';
import { listRulesets } from '../list-rulesets.server.ts';
import { walkGuide } from '../walk-guide.ts';

export async function loader({ context, params }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  if (!isInterfaceLanguage(params.language)) throw notFound();
  const start = walkGuide({ go: 'to-safety' }, listRulesets());
  const view = await guideView(web.house, start, clientTextLanguage(web.language), web.language);
  return { frame: await siteFrame(web), view };
}

/** Each step is sent here and answered with the next one; the answers live in the page alone. */
export async function action({ context, request }: ActionFunctionArgs) {
  const web = context.get(webContext);
  const { values } = readFormData(await request.formData());
  const place = walkGuide(values, listRulesets());
  return { view: await guideView(web.house, place, clientTextLanguage(web.language), web.language) };
}

/** The guide for everybody: a few questions a step, nothing stored, staying always among the ways. */
export default function DecidePage() {
  const start = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const view = sent?.view ?? start.view;
  const { language } = usePageTexts();
  const t = useText('decide');
  const here = `/${language}/decide`;
  return (
    <SiteFrame frame={start.frame} title={t('title')} path="/decide">
      <PublicReading>
        {(reading) => (
          <>
            <h1>{reading.t(view.result ? 'result.title' : 'title')}</h1>
            {!view.result && view.number === 1 && (
              <>
                <p className="lead">{reading.t('lead')}</p>
                <p className="soft">{reading.t('private')}</p>
              </>
            )}
            {view.result ? (
              <>
                {view.at === 'sources' ? (
                  <ResultSources view={view.result} reading={reading} />
                ) : (
                  <GuideResult view={view.result} reading={reading} isShort />
                )}
                <ResultAgain view={view} reading={reading} action={here} />
              </>
            ) : (
              <GuideForm view={view} reading={reading} action={here} />
            )}
          </>
        )}
      </PublicReading>
    </SiteFrame>
  );
}
