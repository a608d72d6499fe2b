import type { House } from '#platform/house.server.ts';
import type { DisclosureRequestRow } from './disclosure-request.tables.server.ts';

/** Who exactly asks and for what. `about` where the person is not on file. */
export interface AskingWords {
  askedBy: string;
  asked: string;
  reference?: string | undefined;
  about?: string | undefined;
}
/** What a colleague proposes: `given` is word for word what leaves the house. */
export interface ProposalWords {
  given?: string | undefined;
  advice?: string | undefined;
  reason?: string | undefined;
}
/** What the second person said when agreeing or sending it back. */
export interface NoteWords {
  note: string;
}
interface WordsOf {
  sealed_words: AskingWords;
  sealed_proposal: ProposalWords;
  sealed_note: NoteWords;
}
type Column = keyof WordsOf;

/** Under the person's key, or the request's own where nobody on file is named. */
const keyOf = ({ id, client_id }: { id: string; client_id: string | null }): string => client_id ?? id;
const placeOf = (row: string, column: Column) => ({ table: 'disclosure_request', column, row });

export const sealWords = <Name extends Column>(
  { vault }: House,
  row: { id: string; client_id: string | null },
  column: Name,
  words: WordsOf[Name],
): Promise<Buffer> => vault.seal(keyOf(row), placeOf(row.id, column), words);

/** @returns nothing where nothing was said, or it went with the person */
export async function openWords<Name extends Column>(
  { vault }: House,
  row: Pick<DisclosureRequestRow, 'id' | 'client_id' | Column>,
  column: Name,
): Promise<WordsOf[Name] | undefined> {
  const sealed = row[column];
  return sealed ? await vault.unseal<WordsOf[Name]>(keyOf(row), placeOf(row.id, column), sealed) : undefined;
}
