import { useText } from '#platform/web/page-texts.ts';
import { Tabs } from '#ui/tabs.tsx';

/** The three lists of this work. */
export function DuplicateTabs() {
  const t = useText('duplicates');
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { to: '/staff/duplicates', label: t('tabs.list'), end: true },
        { to: '/staff/duplicates/proposals', label: t('tabs.proposals') },
        { to: '/staff/duplicates/merged', label: t('tabs.merged') },
      ]}
    />
  );
}
