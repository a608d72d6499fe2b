import { z } from 'zod';
import { clientLabels } from '#modules/clients/index.server.ts';
import type { CentreTables, LocalText } from '#modules/centres/index.server.ts';
import { queriesOn } from '#platform/operations/query.server.ts';
import { unsealInquiries } from '../inquiry-words.server.ts';
import { type AskState, mayInquire } from '../network.ts';
import type { NetworkTables } from '../network.tables.server.ts';

export interface OwnAsk {
  id: string;
  askedAt: string;
  state: AskState;
  mayInquire: boolean;
  /** Only when it has said so itself. */
  knownCentre: LocalText | undefined;
}

export interface InquiryHere {
  askId: string;
  askedAt: string;
  agreedOn: string;
  askingCentre: LocalText;
  askingCentreId: string;
  /** Gone after the words' time is over. */
  words: { reason: string; askedBy: string } | undefined;
  people: { id: string; name: string; fileNo: string }[];
  answer: 'known' | 'cannot_say' | null;
}

const shown = 60;

/** What the actor asked the network, and what other centres ask this one. */
export const listAsks = queriesOn<NetworkTables & CentreTables>()({
  name: 'network.list-asks',
  params: z.object({}),
  subject: 'network_ask',
  audit: 'viewed',
  async run(context) {
    const { tx, actor, house, now } = context;
    const own = await tx
      .selectFrom('network_ask')
      .leftJoin('centre', 'centre.id', 'network_ask.known_centre')
      .where('network_ask.centre_id', '=', actor.centre?.id ?? '')
      .where('asked_by', '=', actor.staffId ?? '')
      .select(['network_ask.id', 'asked_at', 'state', 'centre.name'])
      .orderBy('asked_at', 'desc')
      .limit(shown)
      .execute();
    const inquiries = await tx
      .selectFrom('network_inquiry')
      .innerJoin('centre', 'centre.id', 'network_inquiry.asking_centre')
      .where('network_inquiry.centre_id', '=', actor.centre?.id ?? '')
      .select([
        'ask_id',
        'asking_centre',
        'asked_at',
        'agreed_on',
        'key_id',
        'sealed',
        'answer',
        'centre.name',
      ])
      .orderBy('asked_at', 'desc')
      .limit(shown)
      .execute();
    const matches =
      inquiries.length === 0
        ? []
        : await tx
            .selectFrom('network_match')
            .select(['ask_id', 'client_id'])
            .where(
              'ask_id',
              'in',
              inquiries.map((row) => row.ask_id),
            )
            .execute();
    const words = await unsealInquiries(house, inquiries);
    const labels = await clientLabels(
      context,
      matches.map((row) => row.client_id),
    );
    const here = inquiries.map((row, at): InquiryHere => {
      const people = matches
        .filter((match) => match.ask_id === row.ask_id)
        .flatMap(({ client_id: id }) => {
          const label = labels.get(id);
          return label ? [{ id, name: label.name, fileNo: label.fileNo }] : [];
        });
      return {
        askId: row.ask_id,
        askedAt: row.asked_at.toISOString(),
        agreedOn: row.agreed_on,
        askingCentre: row.name,
        askingCentreId: row.asking_centre,
        words: words[at],
        people,
        answer: row.answer,
      };
    });
    const visible = here.filter(({ people }) => people.length > 0);
    return {
      answer: {
        own: own.map(
          (row): OwnAsk => ({
            id: row.id,
            askedAt: row.asked_at.toISOString(),
            state: row.state,
            mayInquire: mayInquire({ state: row.state, askedAt: row.asked_at }, now),
            knownCentre: row.name ?? undefined,
          }),
        ),
        here: visible,
      },
      viewed: {
        itemIds: [...new Set(visible.flatMap(({ people }) => people.map(({ id }) => id)))],
        fields: ['names'],
        purpose: 'network-inquiry',
      },
    };
  },
});
