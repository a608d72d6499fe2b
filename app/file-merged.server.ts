import { moveAdvice } from '#modules/advice/index.server.ts';
import { type FileMerged, moveClientRows } from '#modules/clients/index.server.ts';
import { moveCalls, moveContacts } from '#modules/contacts/index.server.ts';
import { moveDecisions } from '#modules/decisions/index.server.ts';
import { moveDisclosureRequests } from '#modules/disclosure-requests/index.server.ts';
import { moveArrivals } from '#modules/front-desk/index.server.ts';
import { moveHouseholds } from '#modules/households/index.server.ts';
import { moveMessages } from '#modules/messages/index.server.ts';
import { moveTransfers } from '#modules/transfers/index.server.ts';

/**
 * What follows when two files become one, in this order, both ways: each module moves its own rows. What goes with a
 * conversation comes after the conversations.
 */
export const fileMerged: readonly FileMerged[] = [
  moveClientRows,
  moveContacts,
  moveCalls,
  moveArrivals,
  moveAdvice,
  moveDecisions,
  moveDisclosureRequests,
  moveHouseholds,
  moveMessages,
  moveTransfers,
];
