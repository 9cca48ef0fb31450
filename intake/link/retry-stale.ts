/** Tries a transaction again that lost a race with another merge of the same facts. */
import { StaleChunk } from "../run/stale-chunk.ts";

const mostTries = 5;

export async function retryStale<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (error) {
      const again = error instanceof StaleChunk || (error as { code?: string }).code === "40P01";
      if (!again || tries === mostTries) throw error;
    }
  }
}
