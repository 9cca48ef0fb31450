/** What a source has ready, taken together: a burst of ten thousand events is read in some hundred statements and not one by one. */

/** @param most of one batch, which is a power of two: batches are of few sizes, so that their plans are few. */
export async function* inBatches<T>(
  source: AsyncGenerator<T, void>,
  most: number,
): AsyncGenerator<readonly T[], void> {
  let next = source.next();
  try {
    for (let ended = false; !ended;) {
      const ready: T[] = [];
      let came: IteratorResult<T, void> | null = await next;
      while (came !== null && came.done !== true) {
        ready.push(came.value);
        next = source.next();
        came = ready.length < most ? await atOnce(next) : null;
      }
      ended = came?.done === true;
      yield* ofFewSizes(ready);
    }
  } finally {
    await source.return();
  }
}

/** @returns null when it is not there yet. */
function atOnce<T>(coming: Promise<T>): Promise<T | null> {
  const later = new Promise<null>((resolve) => setImmediate(resolve, null));
  return Promise.race([coming, later]);
}

function* ofFewSizes<T>(ready: readonly T[]): Generator<readonly T[], void> {
  for (let from = 0; from < ready.length;) {
    const size = 2 ** Math.floor(Math.log2(ready.length - from));
    yield ready.slice(from, from + size);
    from += size;
  }
}
