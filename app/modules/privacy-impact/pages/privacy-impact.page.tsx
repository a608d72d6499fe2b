import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { textIn, viewCentre } from '#modules/centres/index.server.ts';
import { maySeeTabs } from '#modules/erasures/index.server.ts';
import { DataTabs } from '#modules/erasures/index.tsx';
import { KeptClasses } from '#modules/retention/index.tsx';
import { formatDay, formatMoment } from '#platform/language/format-date.ts';
import { useText } from '#platform/web/page-texts.ts';
import { requireStaff } from '#platform/web/require-staff.ts';
import { webContext } from '#platform/web/web-context.ts';
import { Card } from '#ui/card.tsx';
import { DataTable } from '#ui/data-table.tsx';
import { Facts } from '#ui/facts.tsx';
import { PageHeader } from '#ui/page-header.tsx';
import { byHand, dataClasses, risks } from '../assessment.ts';
import { CoarseText } from '../components/coarse-text.tsx';
import { SafeguardFacts } from '../components/safeguard-facts.tsx';
import { viewPrivacyImpact } from '../queries/view-privacy-impact.query.server.ts';
import '../components/privacy-impact.css';

export async function loader({ context }: LoaderFunctionArgs) {
  const web = context.get(webContext);
  const actor = requireStaff(web);
  const now = await web.read(viewPrivacyImpact, {});
  const centre = await web.read(viewCentre, {});
  const reader = { language: web.language, timeZone: actor.centre.timeZone };
  const moment = (at: Date | null) => at && formatMoment(at, reader);
  const country = new Intl.DisplayNames([web.language], { type: 'region' }).of(centre.country);
  return {
    tabs: maySeeTabs(web),
    centre: { name: textIn(centre.name, web.language), country, sites: centre.sites.length },
    day: formatDay(web.house.clock.now().toISOString().slice(0, 10), reader),
    now: {
      ...now,
      lastCopy: moment(now.lastCopy),
      lastProof: moment(now.lastProof),
      chain: now.chain && { ...now.chain, at: moment(now.chain.at) },
      doctor: now.doctor && { ...now.doctor, at: moment(now.doctor.at) },
    },
  };
}

/** The assessment of what this work may do to people's privacy, as the centre is set today; to be completed by hand. */
export default function PrivacyImpactPage() {
  const t = useText('privacy-impact');
  const codes = useText('code-lists');
  const staff = useText('staff');
  const { tabs, centre, day, now } = useLoaderData<typeof loader>();
  return (
    <>
      <title>{t('title')}</title>
      <PageHeader title={t('title')} note={t('note', { day })} />
      <DataTabs may={tabs} />
      <div className="own-data privacy-impact">
        <p className="privacy-impact-hint">{t('print')}</p>
        <Card id="nature" title={t('nature.title')}>
          <p>{t('nature.text')}</p>
          <Facts
            facts={[
              { label: t('nature.centre'), value: centre.name },
              { label: t('nature.country'), value: centre.country },
              { label: t('nature.sites'), value: centre.sites },
              { label: t('nature.people'), value: <CoarseText count={now.people} /> },
            ]}
          />
        </Card>
        <Card id="purposes" title={t('purposes.title')}>
          <p>{t('purposes.text')}</p>
          <DataTable
            caption={t('purposes.caption')}
            rows={dataClasses}
            rowId={(row) => row.code}
            columns={[
              { id: 'class', label: t('purposes.class'), cell: (row) => t(`data.${row.code}.what`) },
              { id: 'why', label: t('purposes.why'), cell: (row) => t(`data.${row.code}.why`) },
              {
                id: 'ground',
                label: t('purposes.ground'),
                cell: (row) => t(`ground.${row.ground}`) + (row.special ? ` ${t('ground.special')}` : ''),
              },
              { id: 'who', label: t('purposes.who'), cell: (row) => t(`data.${row.code}.who`) },
            ]}
          />
        </Card>
        <Card id="consents" title={t('consents.title')}>
          <p>{t('consents.text')}</p>
          <Facts
            facts={now.consents.map(({ purpose, agreed }) => ({
              key: purpose,
              label: codes(`consentPurpose.${purpose}`),
              value: <CoarseText count={agreed} />,
            }))}
          />
        </Card>
        <Card id="kept" title={t('kept.title')}>
          <p>{t('kept.text')}</p>
          <KeptClasses classes={now.kept} />
        </Card>
        <Card id="safeguards" title={t('safeguards.title')}>
          <p>{t('safeguards.text')}</p>
          <SafeguardFacts now={now} />
        </Card>
        <Card id="roles" title={t('roles.title')}>
          <p>{t('roles.text')}</p>
          <Facts
            facts={now.roles.map(({ role, n }) => ({
              key: role,
              label: staff(`role.${role}.name`),
              value: t('roles.holders', { count: n }),
            }))}
          />
        </Card>
        <Card id="risks" title={t('risks.title')}>
          <p>{t('risks.text')}</p>
          <DataTable
            caption={t('risks.caption')}
            rows={risks}
            rowId={(risk) => risk}
            columns={[
              { id: 'risk', label: t('risks.risk'), cell: (risk) => t(`risk.${risk}.what`) },
              { id: 'measure', label: t('risks.measure'), cell: (risk) => t(`risk.${risk}.measure`) },
              { id: 'rest', label: t('risks.rest'), cell: (risk) => t(`risk.${risk}.rest`) },
            ]}
          />
        </Card>
        <Card id="by-hand" title={t('hand.title')}>
          <p>{t('hand.text')}</p>
          <ol className="privacy-impact-lines">
            {byHand.map((line) => (
              <li key={line}>{t(`hand.${line}`)}</li>
            ))}
          </ol>
          <p className="privacy-impact-sign">{t('hand.sign')}</p>
        </Card>
      </div>
    </>
  );
}
