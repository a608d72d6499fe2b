import { randomUUID } from 'node:crypto';
import { queueMessage } from '#modules/messages/index.server.ts';
import { directionOf } from '#platform/language/interface-languages.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import { pageLanguageOf } from './page-language.ts';

/**
 * Sends the answer to the address that the asker gave for it. The subject says nothing; the text is the answer, because
 * that is what they asked for.
 * @returns false where the house sends no mail: then a colleague has to
 */
export async function mailAnswer(
  context: Pick<OperationContext<unknown>, 'house' | 'actor' | 'on' | 'now' | 'enqueue'>,
  mail: { to: string; language: string; text: string; slugs: readonly string[] },
): Promise<boolean> {
  const { house } = context;
  if (!house.config.smtpUrl) return false;
  const language = pageLanguageOf(mail.language);
  const t = house.translators.for(language, 'ask');
  const mark = directionOf(language) === 'rtl' ? '\u200f' : '';
  const links = house.config.publicUrl
    ? mail.slugs.map((slug) => new URL(`/${language}/guides/${slug}`, house.config.publicUrl).href)
    : [];
  const text = [t('mail.begin'), mail.text, links.join('\n'), t('mail.end')].filter(Boolean);
  await queueMessage(context, {
    id: randomUUID(),
    kind: 'question-answer',
    to: mail.to,
    subject: t('mail.subject'),
    text: text.map((part) => mark + part).join('\n\n'),
  });
  return true;
}
