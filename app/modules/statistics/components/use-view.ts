import { createContext, useContext } from 'react';
import type { Reader } from '#platform/language/format-date.ts';
import type { Shown } from '../statistics-address.ts';

/** What all parts of the page need of what it shows. */
export interface View extends Shown {
  threshold: number | undefined;
  /** May open the records behind the numbers. */
  seesRecords: boolean;
  reader: Reader;
  sites: readonly { id: string; name: string }[];
  /** Names of countries and languages by code, made on the server. */
  names: Readonly<Record<string, string>>;
}

export const ViewContext = createContext<View | undefined>(undefined);

/** @throws outside a page of statistics */
export function useView(): View {
  const view = useContext(ViewContext);
  if (!view) throw new Error('a view is only there inside a page of statistics');
  return view;
}
