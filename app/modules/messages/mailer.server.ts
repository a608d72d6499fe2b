import { createTransport } from 'nodemailer';
import type { House } from '#platform/house.server.ts';
import type { Message } from './message.server.ts';

export interface Mailer {
  /** True when the mail server took it; false when there is none or it would not. Never throws. */
  send(id: string, message: Message): Promise<boolean>;
}

/** The house's way to send e-mail, opened once. */
export function mailer(house: House): Mailer {
  const known = house.resources.get('mailer') as Mailer | undefined;
  if (known) return known;
  const made = house.config.smtpUrl ? smtpMailer(house, house.config.smtpUrl) : { send: async () => false };
  house.resources.set('mailer', made);
  return made;
}

function smtpMailer(house: House, url: string): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  house.onClose(() => transport.close());
  return {
    async send(id, { to, subject, text }) {
      try {
        await transport.sendMail({
          from: house.config.smtpFrom,
          to,
          subject,
          text,
          messageId: `<${id}@message.invalid>`,
        });
        return true;
      } catch (error) {
        house.log.error('message.not-sent', error);
        return false;
      }
    },
  };
}
