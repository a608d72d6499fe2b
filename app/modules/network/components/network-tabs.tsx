import { useText } from '#platform/web/page-texts.ts';
import { Tabs } from '#ui/tabs.tsx';

/** The parts of a network administrator's work. */
export function NetworkTabs() {
  const t = useText('network');
  return (
    <Tabs
      label={t('tab.label')}
      tabs={[
        { to: '/staff/network', label: t('tab.centres'), end: true },
        { to: '/staff/network/figures', label: t('tab.figures') },
        { to: '/staff/network/administrators', label: t('tab.administrators') },
      ]}
    />
  );
}
