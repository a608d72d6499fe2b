import { giveAdvice } from '#modules/advice/index.server.ts';
import { sourceLanguage } from '#platform/language/interface-languages.ts';
import { matchTag } from '#platform/language/negotiate-language.ts';
import type { OperationContext } from '#platform/operations/operation.server.ts';
import type { ContactRow, ContactTables } from './contact.tables.server.ts';

/** Keeps which pages were shown in a contact, in the language of the conversation where they are out in it. */
export async function rememberAdvice(
  context: OperationContext<ContactTables>,
  contact: Pick<ContactRow, 'id' | 'client_id' | 'occurred_on' | 'language'>,
  guideIds: readonly string[],
): Promise<void> {
  if (guideIds.length === 0) return;
  const language = matchTag(contact.language, context.house.translators.languages) ?? sourceLanguage;
  const { id, client_id: clientId, occurred_on: occurredOn } = contact;
  await giveAdvice(context, { id, clientId, occurredOn, language }, guideIds);
}
