import { z } from 'zod';
import { calendars, staffLanguages } from '#platform/language/interface-languages.ts';
import { operationsOn } from '#platform/operations/operation.server.ts';
import type { StaffTables } from '../staff.tables.server.ts';

/** Sets one's own reading language and calendar; without a calendar the language's own counts. */
export const updateProfile = operationsOn<StaffTables>()({
  name: 'staff.update-profile',
  input: z.object({
    language: z.enum(staffLanguages as [string, ...string[]], 'field.choose-one'),
    calendar: z.enum(calendars).optional(),
  }),
  subject: 'staff',
  load: ({ actor, tx }) =>
    tx
      .selectFrom('staff_member')
      .select('id')
      .where('id', '=', actor.staffId ?? '')
      .forUpdate()
      .executeTakeFirst(),
  relations: () => ['self'],
  async run({ tx, now }, { language, calendar }, member) {
    await tx
      .updateTable('staff_member')
      .set({ language, calendar: calendar ?? null, updated_at: now })
      .where('id', '=', member.id)
      .execute();
    return { result: { language }, audit: { subjectId: member.id, fields: ['language', 'calendar'] } };
  },
});
