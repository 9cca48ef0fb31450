/** Starts everything, waits for the end, and stops everything; also when the end comes in the middle of the start. */
import type { Config } from "../config/options.ts";
import type { StartWish } from "./start-goldseed.ts";
import type { Greeting } from "./start-greeting.ts";
import type { StartReport } from "./start-report.ts";
import type { EndReason } from "./until-signal.ts";

export interface Serving {
  readonly config: Config;
  readonly wish: StartWish;
  readonly report: StartReport;
  /** Told once it serves. */
  readonly onReady: (greeting: Greeting) => void;
  readonly onEnding: (reason: EndReason) => void;
}

/** @returns once all has stopped. @throws the error of the step that failed, with all stopped again. */
export async function serveUntilEnded(ending: Promise<EndReason>, serving: Serving): Promise<void> {
  const { config, wish, report, onReady, onEnding } = serving;
  // Loaded here, since the whole product takes a second or two: a port in use has been told by now.
  const { startGoldseed, stopGoldseed } = await import("./start-goldseed.ts");
  const running: Parameters<typeof stopGoldseed>[0] = [];
  const starting = startGoldseed(config, { wish, report: stoppable(report, ending), running });
  const first = await Promise.race([starting, ending]);
  if ("graphqlUrl" in first) onReady(first);
  onEnding(await ending);
  await stopGoldseed(running, report);
  // A start cut short: the step under way ends now that its database has gone.
  await starting.catch(() => undefined);
  await stopGoldseed(running, report);
}

/** No step begins once the process is to end. */
function stoppable(report: StartReport, ending: Promise<unknown>): StartReport {
  let ended = false;
  void ending.then(() => (ended = true));
  const step: StartReport["step"] = (title, work) =>
    ended && title.name !== "stop"
      ? Promise.reject(new Error("stopped"))
      : report.step(title, work);
  return { ...report, step };
}
