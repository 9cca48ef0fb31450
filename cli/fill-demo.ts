/** The steps of a first start that fill an empty store with the demonstration district; later ones find it there. */
import { refreshPortraits } from "../cultivation/refresh-portraits.ts";
import { fillDemonstration } from "../demo/district/fill-demonstration.ts";
import type { Pool } from "../store/pool.ts";
import { refreshAreaStatistics } from "../store/queries/area-statistics.ts";
import type { StartReport } from "./start-report.ts";
import { steps } from "./start-steps.ts";

export async function fillDemo(
  workerPool: Pool,
  scale: "small" | "default" | "full",
  report: StartReport,
): Promise<void> {
  await report.step(steps.demonstration, async ({ progress, detail }) => {
    const { filled, rows } = await fillDemonstration({
      workerPool,
      scale,
      refresh: () =>
        report.step(steps.portraits, ({ detail: tell }) => makeReadModels(workerPool, tell)),
      onProgress: ({ done, total, label }) => {
        if (label === "load") progress(done, total);
      },
    });
    const { enterprises = 0 } = rows;
    const words = filled ? "已填充 filled" : "已在库中 there";
    detail(`${words}: ${enterprises.toLocaleString("en-US")} 户 enterprises`);
  });
}

async function makeReadModels(workerPool: Pool, tell: (text: string) => void): Promise<void> {
  const { seen } = await refreshPortraits(workerPool);
  await refreshAreaStatistics(workerPool);
  tell(`${seen.toLocaleString("en-US")} 户 enterprises`);
}
