import { languageName } from '#platform/code-lists/client-languages.ts';
import { formatDay, type Reader } from '#platform/language/format-date.ts';
import type { ShownPacket } from './components/packet-preview.tsx';
import type { TransferHistory, TransferPacket } from './transfer-packet.server.ts';

const partOf = {
  legalStatus: 'legal_status',
  delicateCategories: 'delicate_categories',
  disability: 'disability',
  idDocuments: 'id_documents',
  emergencyContact: 'emergency_contact',
  note: 'file_note',
} as const;

/** A packet in the reader's words. Of the delicate parts only that they are there: they are read in the file itself. */
export function shownPacket(packet: TransferPacket, reader: Reader): ShownPacket {
  const { identity, facts, consents } = packet.file;
  const regions = new Intl.DisplayNames([reader.language], { type: 'region', fallback: 'code' });
  return {
    names: identity.names.map(({ given, family }) => [given, family].filter(Boolean).join(' ')),
    birth: facts.birth_year === null ? undefined : String(facts.birth_year),
    sex: facts.sex,
    nationalities: facts.nationalities
      .map((code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code))
      .join(', '),
    languages: facts.languages.map((code) => languageName(code, reader.language)).join(', '),
    phones: identity.phones.map(({ number }) => number),
    parts: Object.entries(partOf).flatMap(([part, name]) =>
      (identity as unknown as Record<string, unknown>)[part] === undefined ? [] : [name],
    ),
    consents: consents.map(({ purpose, status, givenOn }) => ({
      purpose,
      status,
      day: formatDay(givenOn, reader, 'short'),
    })),
    ...shownHistory(packet.history, reader),
  };
}

export const shownHistory = (history: TransferHistory, reader: Reader) => ({
  contacts: history.contacts.map(({ occurredOn, channel, topics, note }) => ({
    day: formatDay(occurredOn, reader, 'short'),
    channel,
    topics,
    ...(note && { note }),
  })),
  actions: history.openActions.map(({ dueOn, way, note }) => ({
    day: formatDay(dueOn, reader, 'short'),
    way,
    ...(note && { note }),
  })),
});
