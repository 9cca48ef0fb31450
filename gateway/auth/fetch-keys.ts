/** Fetches a key set as from somebody who may be slow, wrong or taken over: no redirect, 64 kB, 3 seconds in all. */
const timeoutMs = 3_000;
const mostBytes = 65_536;

/** @throws Error with a text for the operator. */
export async function fetchKeys(url: string): Promise<string> {
  const answer = await fetch(url, {
    redirect: "error",
    headers: { accept: "application/jwk-set+json, application/json" },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (answer.status !== 200) {
    await answer.body?.cancel();
    throw new Error(`the answer is ${answer.status}, expected 200`);
  }
  return readCapped(answer);
}

/** The declared length may lie, and the transfer encoding may inflate: the bytes that arrive are counted. */
async function readCapped(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of answer.body ?? []) {
    total += part.byteLength;
    if (total > mostBytes) throw new Error(`the answer is longer than ${mostBytes} bytes`);
    parts.push(part);
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
}
