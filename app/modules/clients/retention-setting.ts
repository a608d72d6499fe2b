import { settingOf } from '#modules/centres/index.server.ts';

/** Years that a file is kept after the last contact: the centre's setting for counselling. */
export const retentionYears = (settings: Record<string, unknown> | undefined): number =>
  settingOf(settings, 'retention.counselling-years');
