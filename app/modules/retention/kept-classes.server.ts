import { settingOf } from '#modules/centres/index.server.ts';
import { retentionClasses } from './retention.ts';

/** Every class of what is kept, with this centre's own lengths. `settings` are `actor.centre.settings`. */
export const keptClasses = (settings: Record<string, unknown> | undefined) =>
  retentionClasses.map(({ code, clock, setting, days, ending, by }) => ({
    code,
    clock,
    ending,
    setting,
    length: setting ? Number(settingOf(settings, setting)) : days,
    by: typeof by === 'object' ? (settingOf(settings, by.setting) === true ? 'itself' : 'person') : by,
  }));
