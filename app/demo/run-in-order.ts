/**
 * Runs pieces of work several at a time, started in their order. A piece may wait for an earlier one:
 * that one was started before, so nobody waits for somebody who waits. The first failure ends it.
 */
export async function runInOrder<Piece>(
  pieces: readonly Piece[],
  atOnce: number,
  work: (piece: Piece) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const worker = async () => {
    while (!failed && next < pieces.length) {
      const piece = pieces[next] as Piece;
      next += 1;
      try {
        await work(piece);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: Math.min(atOnce, pieces.length) }, worker));
  const broken = ended.find((end) => end.status === 'rejected');
  if (broken) throw broken.reason;
}
