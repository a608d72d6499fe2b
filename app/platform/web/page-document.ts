import { createContext } from 'react';

/** What only the server knows of a document: the nonce of its scripts and the style it carries inside. */
export interface PageDocument {
  nonce?: string;
  /** The stylesheet of public pages; its hash stands in the content security policy. */
  publicStyle?: string;
  /** Address of the texts for this language, fetched once per release. */
  textsUrl?: string;
}

/** Empty in the browser: what the server wrote stays as it is. */
export const PageDocumentContext = createContext<PageDocument>({});
