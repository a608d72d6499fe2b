import { z } from 'zod';
import { operationsOn } from '#platform/operations/operation.server.ts';
import { Problem } from '#platform/problem.ts';
import { checkSetting, type SettingName, settingNames } from '../centre-settings.ts';
import { versionSchema } from '../centre.schemas.ts';
import type { CentreTables } from '../centre.tables.server.ts';
import { changedColumns, lockCentre, refuseStale } from '../lock-centre.server.ts';

export const setCentreSettingsInput = z.object({
  /** By dotted name; settings that are not named keep their value. */
  values: z.record(z.string().max(60), z.union([z.number(), z.boolean(), z.string().trim().max(200)])),
  version: versionSchema,
});

/**
 * Sets times, thresholds and habits of the centre.
 * @throws Problem `conflict.version`; field problems on `settings.<name>`
 */
export const setCentreSettings = operationsOn<CentreTables>()({
  name: 'centre.set-settings',
  input: setCentreSettingsInput,
  subject: 'centre',
  load: (context) => lockCentre(context),
  async run({ tx, now }, { values, version: seen }, centre) {
    refuseStale(centre, seen);
    const faults = Object.entries(values).flatMap(([name, value]) => {
      const fault = settingNames.includes(name as SettingName)
        ? checkSetting(name as SettingName, value)
        : { code: 'not-in-list' };
      return fault ? [{ path: `settings.${name}`, ...fault }] : [];
    });
    if (faults.length > 0) throw new Problem('input.invalid', 422, { fields: faults });
    const version = centre.version + 1;
    const settings = { ...centre.settings, ...values };
    await tx
      .updateTable('centre')
      .set({ settings: JSON.stringify(settings), version, updated_at: now })
      .where('id', '=', centre.id)
      .execute();
    return {
      result: { version },
      audit: { subjectId: centre.id, fields: changedColumns(centre.settings, values) },
    };
  },
});
