/** Goldseed as it starts, a process of its own over the data folder of the settings, with no limit of points. */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface RunningGoldseed {
  readonly url: string;
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** What is measured is the gateway and not what a caller may spend. */
const plenty = "1000000000";

export async function startGoldseed(): Promise<RunningGoldseed> {
  const script = fileURLToPath(new URL("../../cli/goldseed.mjs", import.meta.url));
  const child = spawn(
    process.execPath,
    [script, "start", "--no-demo", "--no-demo-city", "--json", "--port", "0"],
    {
      env: {
        ...process.env,
        POINTS_PER_SECOND: plenty,
        AREA_POINTS_PER_SECOND: plenty,
        TOTAL_POINTS_PER_SECOND: plenty,
      },
      stdio: ["ignore", "pipe", "ignore"],
    },
  );
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await gone;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line) as { event?: string; graphqlUrl?: string; url?: string };
    if (event.event !== "ready") continue;
    child.stdout.resume();
    return { url: event.graphqlUrl ?? event.url ?? "", pid: child.pid ?? 0, stop };
  }
  throw new Error("Goldseed ended before it was ready. Start it by hand to see why.");
}
