import { handOverClients } from '#modules/clients/index.server.ts';
import { handOverFollowUps } from '#modules/contacts/index.server.ts';
import type { HandOver } from '#modules/staff/index.server.ts';

/** What passes to a colleague when somebody leaves: each module that assigns work to people adds its own. */
export const handOvers: readonly HandOver[] = [handOverClients, handOverFollowUps];
