/** Whether the database answers within a second: what /readyz may wait for. */
import type { Pool } from "../pool.ts";

const timeoutMs = 1_000;

export async function isReachable(pool: Pool): Promise<boolean> {
  const answered = pool.query("/* store:is-reachable */ select 1").then(
    () => true,
    () => false,
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  const result = await Promise.race([answered, late]);
  clearTimeout(timer);
  return result;
}
