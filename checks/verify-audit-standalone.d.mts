/** A place that does not hold; see the head of the program. */
export interface VerifierFinding {
  kind:
    | 'gap'
    | 'order'
    | 'broken-link'
    | 'altered'
    | 'head'
    | 'signed'
    | 'signature'
    | 'noted'
    | 'key'
    | 'unreadable'
    | 'cut';
  centreId?: string;
  seq?: number;
  line?: number;
}

export interface VerifierOptions {
  key?: Buffer | undefined;
  publicKey?: Buffer | undefined;
  heads?: readonly object[];
  noted?: readonly { seq: number; code: string }[];
}

export declare function createVerifier(options?: VerifierOptions): {
  add(line: string | object): string | undefined;
  finish(): { events: number; centres: number; signed: number; lines: number; findings: VerifierFinding[] };
};
