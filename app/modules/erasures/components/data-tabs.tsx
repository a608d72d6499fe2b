import { useText } from '#platform/web/page-texts.ts';
import { Tabs } from '#ui/tabs.tsx';
import './own-data.css';

/** What people ask about their data, what is kept how long, and what is held. */
export function DataTabs({
  may,
}: {
  may: { requests: boolean; disclosures: boolean; retention: boolean; impact: boolean };
}) {
  const t = useText('erasures');
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        ...(may.requests ? [{ to: '/staff/requests', label: t('tabs.requests'), end: true }] : []),
        ...(may.disclosures ? [{ to: '/staff/disclosure-requests', label: t('tabs.disclosures') }] : []),
        ...(may.retention
          ? [
              { to: '/staff/retention', label: t('tabs.retention'), end: true },
              { to: '/staff/retention/holds', label: t('tabs.holds') },
            ]
          : []),
        ...(may.impact ? [{ to: '/staff/privacy-impact', label: t('tabs.impact') }] : []),
      ]}
    />
  );
}
