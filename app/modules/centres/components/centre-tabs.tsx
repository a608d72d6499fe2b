import { useText } from '#platform/web/page-texts.ts';
import { Tabs } from '#ui/tabs.tsx';

export interface CentreTabsProps {
  /** What of the centre's pages this person may use. */
  may: {
    edit: boolean;
    team: boolean;
    recovery: boolean;
    programs?: boolean;
    doctor?: boolean;
    backups?: boolean;
    opening?: boolean;
  };
}

/** The parts of the centre's own pages. */
export function CentreTabs({ may }: CentreTabsProps) {
  const t = useText('centres');
  const tabs = [
    { to: '/staff/centre', label: t('tab.overview'), end: true },
    ...(may.edit
      ? [
          { to: '/staff/centre/sites', label: t('tab.sites') },
          { to: '/staff/centre/languages', label: t('tab.languages') },
          { to: '/staff/centre/use', label: t('tab.use') },
          { to: '/staff/centre/settings', label: t('tab.settings') },
          { to: '/staff/imports', label: t('tab.imports') },
        ]
      : []),
    ...(may.team ? [{ to: '/staff/team', label: t('tab.team') }] : []),
    ...(may.programs ? [{ to: '/staff/centre/programs', label: t('tab.programs') }] : []),
    ...(may.recovery ? [{ to: '/staff/centre/recovery', label: t('tab.recovery') }] : []),
    ...(may.opening ? [{ to: '/staff/centre/opening', label: t('tab.opening') }] : []),
    ...(may.backups ? [{ to: '/staff/centre/backups', label: t('tab.backups') }] : []),
    ...(may.doctor ? [{ to: '/staff/doctor', label: t('tab.doctor') }] : []),
  ];
  return tabs.length > 1 && <Tabs label={t('tab.label')} tabs={tabs} />;
}
