import { useText } from '#platform/web/page-texts.ts';
import { Tabs } from '#ui/tabs.tsx';

/** The parts of the information hub: its pages, its facts, what is to be done. */
export function HubTabs({ mayTasks }: { mayTasks: boolean }) {
  const t = useText('guides');
  return (
    <Tabs
      label={t('tab.label')}
      tabs={[
        { to: '/staff/guides', label: t('tab.pages'), end: true },
        { to: '/staff/facts', label: t('tab.facts') },
        ...(mayTasks ? [{ to: '/staff/guides/tasks', label: t('tab.tasks') }] : []),
      ]}
    />
  );
}
