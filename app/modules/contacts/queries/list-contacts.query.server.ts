import { momentCursorSchema } from '#platform/operations/cursor-schema.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { contactFilterSchema } from '../contact-filter.ts';
import { contactPage } from '../contact-rows.server.ts';
import type { ContactTables } from '../contact.tables.server.ts';

export const pageSize = 50;

export const listContactsParams = contactFilterSchema.extend({
  /** Where the page before ended: `next` of its answer. */
  before: momentCursorSchema.optional(),
});

/** The ledger, newest entry first unless asked otherwise, a page at a time. Voided contacts stay visible, marked. */
export const listContacts = queriesOn<ContactTables>()({
  name: 'contact.list',
  params: listContactsParams,
  subject: 'contact',
  audit: 'viewed',
  async run(context, { before, ...filter }) {
    const { clientIds, ...answer } = await contactPage(context, filter, { after: before, size: pageSize });
    return {
      answer,
      // Only one's own contacts: that is the relation by which a receptionist or volunteer may read them.
      relations: filter.whose === 'mine' ? ['own'] : [],
      viewed: { itemIds: clientIds, count: answer.rows.length, fields: ['contact-facts'] },
    };
  },
});
