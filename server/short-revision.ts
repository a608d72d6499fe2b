/** Where nothing counts the changes of the content, two seconds are a revision. */
export const shortRevision = (): Promise<string> => Promise.resolve(String(Math.floor(Date.now() / 2_000)));
