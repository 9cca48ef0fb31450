/** The stand-in city platform's beginning as a file of JSON lines, in the shape its `--seed` reads. */
import { createWriteStream } from "node:fs";
import { rename } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { cityLines } from "./city-titles.ts";
import type { Plan } from "./plan.ts";

/** Written beside and renamed, so that a file of that name is always whole. @returns how many lines. */
export async function writeCitySeed(plan: Plan, path: string): Promise<number> {
  let lines = 0;
  function* texts(): Generator<string> {
    for (const line of cityLines(plan)) {
      lines++;
      yield `${JSON.stringify(line)}\n`;
    }
  }
  const partial = `${path}.part`;
  await pipeline(Readable.from(texts()), createWriteStream(partial, { mode: 0o600 }));
  await rename(partial, path);
  return lines;
}
