import type { Kysely } from 'kysely';
import type { House } from '#platform/house.server.ts';

export interface Erasing {
  house: House;
  now: Date;
  centreId: string;
  /** The file and every stub that was merged into it. Their keys are destroyed already. */
  personIds: readonly string[];
  /** An id without a key, under which conversations stay counted. */
  standIn: string;
  /** Conversations that named the person. */
  contactIds: readonly string[];
  /** The eraser's own transaction: it reaches rows of these people, through every wall, and no others. */
  on<Tables>(): Kysely<Tables>;
  /** Keys that go after the rows: of packets, of imports that hold the person's row. */
  shredLater(keyId: string): void;
  /** Files that go after the rows. */
  removeLater(fileId: string): void;
}

/**
 * What one module does with everything it keeps of a person who is erased. Runs again from the beginning when it was
 * broken off, so it must not mind that the work is half done.
 */
export interface PersonErased {
  /** Every table of the module that names a person, and what becomes of those rows. */
  tables: Readonly<Record<string, 'deleted' | 'counted' | 'forgotten'>>;
  /** @returns how many rows it touched */
  erase(erasing: Erasing): Promise<number>;
}
