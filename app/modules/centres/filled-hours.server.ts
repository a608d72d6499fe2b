import { readFormData } from '#platform/web/form-data.server.ts';
import { settingOf } from './centre-settings.ts';
import { fillHours } from './fill-hours.ts';

/** What the grid's own button asks for: the same form with its hours repeated, and nothing saved. */
export async function filledHours(request: Request, settings: Record<string, unknown>) {
  const form = await request.clone().formData();
  if (form.get('fill') !== 'hours') return undefined;
  const { values } = readFormData(form);
  return {
    filledAt: crypto.randomUUID(),
    values: fillHours(values, Number(settingOf(settings, 'calendar.week-start'))),
  };
}
