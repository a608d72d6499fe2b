import { useText } from '#platform/web/page-texts.ts';
import { Bdi } from '#ui/bdi.tsx';
import { Card } from '#ui/card.tsx';
import { Facts } from '#ui/facts.tsx';
import { ToldHistory, type ToldLine } from './told-history.tsx';

export interface ShownPacket {
  names: string[];
  birth: string | undefined;
  sex: string;
  nationalities: string;
  languages: string;
  phones: string[];
  /** Names of sealed parts that travel with it. */
  parts: string[];
  consents: { purpose: string; status: string; day: string }[];
  contacts: ToldLine[];
  actions: { day: string; way: string; note?: string }[];
}

/** What travels, as the one who opens it sees it. */
export function PacketPreview({ packet, title }: { packet: ShownPacket; title: string }) {
  const t = useText('transfers');
  const codes = useText('code-lists');
  return (
    <Card id="packet" title={title}>
      <Facts
        facts={[
          { label: t('packet.names'), value: <Bdi>{packet.names.join(' · ')}</Bdi> },
          { label: t('packet.birth'), value: packet.birth },
          { label: t('packet.sex'), value: codes(`sex.${packet.sex}`) },
          { label: t('packet.nationalities'), value: packet.nationalities },
          { label: t('packet.languages'), value: packet.languages },
          {
            label: t('packet.phones'),
            value: packet.phones.length > 0 && <Bdi ltr>{packet.phones.join(' · ')}</Bdi>,
          },
          {
            label: t('packet.parts'),
            value: packet.parts.map((part) => t(`part.${part}`)).join(', '),
          },
          {
            label: t('packet.consents'),
            value: packet.consents.length > 0 && (
              <ul>
                {packet.consents.map((consent) => (
                  <li key={consent.purpose}>
                    {codes(`consentPurpose.${consent.purpose}`)}: {codes(`consentStatus.${consent.status}`)},{' '}
                    {consent.day}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      <ToldHistory contacts={packet.contacts} actions={packet.actions} />
    </Card>
  );
}
