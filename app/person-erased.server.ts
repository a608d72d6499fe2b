import { eraseAdvice } from '#modules/advice/index.server.ts';
import { eraseClientFile, eraseClientRows, type PersonErased } from '#modules/clients/index.server.ts';
import { eraseContacts } from '#modules/contacts/index.server.ts';
import { eraseDecisions } from '#modules/decisions/index.server.ts';
import { eraseDisclosureRequests } from '#modules/disclosure-requests/index.server.ts';
import { eraseDrafts } from '#modules/drafts/index.server.ts';
import { eraseMerges } from '#modules/duplicates/index.server.ts';
import { eraseArrivals } from '#modules/front-desk/index.server.ts';
import { eraseHouseholdLinks } from '#modules/households/index.server.ts';
import { eraseImportRows } from '#modules/imports/index.server.ts';
import { eraseDeliveries } from '#modules/integrations/index.server.ts';
import { eraseMessages } from '#modules/messages/index.server.ts';
import { eraseMatches } from '#modules/network/index.server.ts';
import { eraseBreakGlass } from '#modules/oversight/index.server.ts';
import { eraseHolds } from '#modules/retention/index.server.ts';
import { eraseNotices } from '#modules/staff/index.server.ts';
import { eraseTransfers } from '#modules/transfers/index.server.ts';

/**
 * What each module does with what it keeps of a person who is erased, in this order: whatever hangs on a conversation
 * before the conversations, the file itself last. A table that names a person and is missing here keeps the file's row by
 * its foreign key, so that erasing fails; a test finds it before.
 */
export const personErased: readonly PersonErased[] = [
  eraseDrafts,
  eraseMessages,
  eraseDeliveries,
  eraseMerges,
  eraseDecisions,
  eraseAdvice,
  eraseArrivals,
  eraseHouseholdLinks,
  eraseImportRows,
  eraseMatches,
  eraseTransfers,
  eraseBreakGlass,
  eraseNotices,
  eraseHolds,
  eraseDisclosureRequests,
  eraseContacts,
  eraseClientRows,
  eraseClientFile,
];
