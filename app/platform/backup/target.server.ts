/** A place for the copies of one part: a folder, a disk that comes and goes, a bucket. Names are paths with `/`. */
export interface Target {
  /** For people: a path, or an address without anything secret. */
  readonly place: string;
  /**
   * Is it there, and the right one? Asked before anything is written.
   * @throws Problem `backup.target-absent`, `backup.target-refused`
   */
  reach(): Promise<void>;
  /** Names of all files below it that look like ours. */
  list(): Promise<string[]>;
  /** Puts a file there for good: written down, read back and compared, and only then under its name. */
  put(name: string, file: string): Promise<void>;
  /** Replaces a small file. */
  putText(name: string, text: string): Promise<void>;
  /** Brings a file here. @throws Problem `restore.nothing-found` */
  fetch(name: string, file: string): Promise<void>;
  /** Where the file can be read without being fetched; only of folders. */
  localPath?(name: string): string;
  /** The first bytes of a file. */
  readStart(name: string, bytes: number): Promise<Buffer>;
  remove(name: string): Promise<void>;
}
