/**
 * A client of the flood's bench, a process of its own: it asks at the rate it is told, whatever the answers take, and times
 * each request from when it was due. One process asks for everybody else and another floods, so neither stands in the
 * other's queue; the flooding one has the lowest priority, for on a small machine it would else take the gateway's cores.
 */
import { Agent, request } from "node:http";
import { constants, setPriority } from "node:os";

import type { FloodJob, FloodTally } from "./flood-job.ts";

const agent = new Agent({ keepAlive: true, maxSockets: 256 });
/** Requests on their way; what is due beyond it is not sent and is counted. */
const mostUnderWay = 512;

process.on("message", (job: FloodJob) => {
  if (job.background) setPriority(constants.priority.PRIORITY_LOW);
  void runJob(job).then((tally) => process.send?.(tally));
});
process.on("disconnect", () => process.exit(0));

async function runJob({ port, callers, ratePerCaller, seconds }: FloodJob): Promise<FloodTally> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const count = (name: string) => (statuses[name] = (statuses[name] ?? 0) + 1);
  const under = new Set<Promise<void>>();
  const every = 1_000 / ratePerCaller;
  // Spread over the interval, so that callers do not all come at once.
  const due = callers.map((_, index) => (index * every) / callers.length);
  const start = performance.now();
  const send = (index: number, at: number) => {
    const caller = callers[index] as FloodJob["callers"][number];
    const body = caller.bodies[Math.floor(Math.random() * caller.bodies.length)] ?? "";
    const asked = timed(post(port, caller.token, body), () => performance.now() - start - at);
    under.add(asked);
    void asked.then(() => under.delete(asked));
  };
  async function timed(answer: Promise<number>, elapsedMs: () => number): Promise<void> {
    try {
      const status = await answer;
      count(String(status));
      if (status === 200) times.push(elapsedMs());
    } catch {
      count("broken");
    }
  }
  while (performance.now() - start < seconds * 1_000) {
    const now = performance.now() - start;
    for (const index of callers.keys())
      for (let at = due[index] ?? 0; at <= now; at = due[index] ?? 0) {
        due[index] = at + every;
        if (under.size < mostUnderWay) send(index, at);
        else count("not sent");
      }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(under);
  return { times, statuses };
}

function post(port: number, token: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const path = "/graphql";
    const sent = request(
      { host: "127.0.0.1", port, path, method: "POST", agent, headers },
      (answer) => {
        answer.resume();
        answer.once("end", () => resolve(answer.statusCode ?? 0));
        answer.once("error", reject);
      },
    );
    sent.once("error", reject);
    sent.end(body);
  });
}
