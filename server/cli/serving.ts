import type { Config } from '#platform/config.server.ts';
import type { Servers } from '#platform/database/servers.server.ts';

/** Where the house's databases are, without the power to stop them. */
export type ServersAt = Pick<Servers, 'main' | 'keys'>;

/** What a serving half is told before it listens. */
export interface ServingOrder {
  config: Config;
  tls?: { key: string; cert: string };
  /** A bound port to listen on; without it the port of the settings is taken. */
  fd?: number;
}

/** How the house is to be opened. */
export interface OpeningOrder {
  /** The embedded servers, which somebody else looks after; undefined for an operator's own. */
  servers?: ServersAt;
  /** Leave the key file alone and wait for a person. */
  sealed: boolean;
  /** The schema was brought up to date by an opening before. */
  prepared: boolean;
}

/** What the serving half tells by itself. */
export interface ServingEars {
  /** Somebody pressed the panic button. */
  onLock(): void;
  /** A person opened the house, or it opened by itself. */
  onUnlocked(): void;
}

/**
 * The half that answers the web and holds the keys. In a running centre it is a process of its own, so that ending it
 * ends everything it knew.
 */
export interface Serving {
  /** Opens the house behind the door, and the door. @throws Problem as `openHouse` */
  open(order: OpeningOrder): Promise<void>;
  /** What the house says to a question of the control socket. */
  ask(question: string, about: Record<string, string>): Promise<object>;
  /** Ends in order. */
  stop(): Promise<void>;
  /** Ends at once. */
  kill(): void;
  /** Address to open. */
  url: string;
  /** Resolves when it ended, for whatever reason. */
  ended: Promise<void>;
}
