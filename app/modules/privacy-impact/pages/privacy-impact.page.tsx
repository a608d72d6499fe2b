import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import { maySeeTabs } from '#modules/erasures/index.server.ts';
import { DataTabs } from '#modules/erasures/index.tsx';
import { KeptClasses } from '#modules/retention/index.tsx';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { interfaceLanguage } from '#platform/language/interface-languages.ts';
import { localDay } from '#platform/language/local-day.ts';
import { formatNumber } from '#platform/language/numbers.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { PaperFacts } from '../components/paper-facts.tsx';
import { PaperTable } from '../components/paper-table.tsx';
import { privacyImpactPaper } from '../privacy-impact-paper.server.ts';
import { viewPrivacyImpact } from '../queries/view-privacy-impact.query.server.ts';
import '../components/privacy-impact.css';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const now = await web.read(viewPrivacyImpact, {});
  const centre = await web.read(viewCentre, {});
  const { timeZone } = actor.centre;
  const reader = { language: web.language, timeZone };
  const regions = new Intl.DisplayNames([web.language], { type: 'region' });
  const about = {
    name: textIn(centre.name, web.language),
    country: regions.of(now.country) ?? now.country,
    sites: formatNumber(centre.sites.length, interfaceLanguage(web.language)),
    day: formatDay(localDay(web.house.clock.now(), timeZone), reader),
  };
  return {
    tabs: maySeeTabs(web),
    kept: now.kept,
    paper: privacyImpactPaper(now, about, {
      t: web.t('privacy-impact'),
      codes: web.t('code-lists'),
      staff: web.t('staff'),
      moment: (at) => formatMoment(at, reader),
    }),
  };
}

/** The assessment of what this work may do to people's privacy, as the centre is set today; to be completed by hand. */
export default function PrivacyImpactPage() {
  const { tabs, kept, paper } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{paper.title}</title>
      <PageHeader title={paper.title} note={paper.note} />
      <DataTabs may={tabs} />
      <div className="own-data privacy-impact">
        <p className="privacy-impact-hint">{paper.print}</p>
        <Card id="nature" title={paper.nature.title}>
          <p>{paper.nature.text}</p>
          <PaperFacts facts={paper.nature.facts} />
        </Card>
        <Card id="purposes" title={paper.purposes.title}>
          <p>{paper.purposes.text}</p>
          <PaperTable {...paper.purposes} />
        </Card>
        <Card id="consents" title={paper.consents.title}>
          <p>{paper.consents.text}</p>
          <PaperFacts facts={paper.consents.facts} />
        </Card>
        <Card id="kept" title={paper.kept.title}>
          <p>{paper.kept.text}</p>
          <KeptClasses classes={kept} />
        </Card>
        <Card id="safeguards" title={paper.safeguards.title}>
          <p>{paper.safeguards.text}</p>
          <PaperFacts facts={paper.safeguards.facts} />
        </Card>
        <Card id="roles" title={paper.roles.title}>
          <p>{paper.roles.text}</p>
          <PaperFacts facts={paper.roles.facts} />
        </Card>
        <Card id="risks" title={paper.risks.title}>
          <p>{paper.risks.text}</p>
          <PaperTable {...paper.risks} />
        </Card>
        <Card id="by-hand" title={paper.hand.title}>
          <p>{paper.hand.text}</p>
          <ol className="privacy-impact-lines">
            {paper.hand.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
          <p className="privacy-impact-sign">{paper.hand.sign}</p>
        </Card>
      </div>
    </>
  );
}
