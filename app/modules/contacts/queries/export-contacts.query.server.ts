import { z } from 'zod';
import { openExport } from '#modules/lists/index.server.ts';
import { momentCursorSchema } from '#platform/operations/cursor-schema.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { contactFilterSchema } from '../contact-filter.ts';
import { contactPage, filteredContacts } from '../contact-rows.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';

/** Rows of one step: each step is one line in the audit with everybody in it. */
const stepSize = 500;

/** How many contacts an export would hold, before anybody gives a reason. No row leaves. */
export const countContacts = queriesOn<ContactTables>()({
  name: 'contact.count',
  params: contactFilterSchema,
  subject: 'contact',
  audit: 'none',
  async run({ tx, actor }, filter) {
    const { count } = await filteredContacts(tx, actor, filter)
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    return { answer: Number(count) };
  },
});

/** A step of an export that was given a reason, with the terms it was given for. @throws Problem `not-found` */
export const exportContacts = queriesOn<ContactTables>()({
  name: 'contact.export',
  params: z.object({ exportId: z.uuid(), after: momentCursorSchema.optional() }),
  subject: 'contact',
  audit: 'viewed',
  async run(context, { exportId, after }) {
    const terms = await openExport(context, 'contacts', exportId);
    const filter = contactFilterSchema.parse(terms.filter);
    const { clientIds, ...page } = await contactPage(context, filter, { after, size: stepSize });
    return {
      answer: { ...page, terms },
      viewed: {
        subjectId: exportId,
        itemIds: clientIds,
        count: page.rows.length,
        fields: terms.columns,
        purpose: 'export',
      },
    };
  },
});
