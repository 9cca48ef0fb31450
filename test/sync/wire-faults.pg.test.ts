/** Answers that end at every kind of byte, and hosts that fall silent: nothing is lost, doubled, or concluded from half a list. */
import { beforeAll, describe, expect, test } from "vitest";

import { Breaker } from "../../sync/platform/http/breaker.ts";
import { createHttpPlatform } from "../../sync/platform/http/http-platform.ts";
import { cityKey } from "../demo/city-platform/city-key.ts";
import { seedLines, seedTitle } from "../demo/city-platform/titles-for-tests.ts";
import { openTcpProxy, type WireFault } from "../kit/tcp-proxy.ts";
import { district } from "./connect-to.ts";
import { createDistrict } from "./district-kit.ts";
import { expectConverged } from "./expect-converged.ts";

const here = await createDistrict();
const proxy = await openTcpProxy(here.city.url);
let round = 0;

beforeAll(async () => {
  await here.registerEnterprises(60);
  await here.city.admin("POST /admin/seed", seedLines(20));
  await exchange();
});

/** Through the proxy, on connections of its own: one that was cut is not used again. */
async function exchange(): Promise<void> {
  const platform = createHttpPlatform({
    origin: proxy.url,
    district,
    key: cityKey,
    limits: { connectTimeoutMs: 1_000, deadlineMs: 400, maxAnswerBytes: 4_000_000 },
    readAttempts: 1,
    breaker: new Breaker({ threshold: 1_000_000, restMs: 1, nowMs: Date.now }),
  });
  await here.sync({ platform }).finally(() => platform.close());
}

async function change(): Promise<void> {
  round += 1;
  await here.rows("update sync_streams set cursor = null");
  await here.city.admin("PUT /admin/titles", [seedTitle(round, { batch: `w${round}` })]);
  await here.recommend(round, { reason: `round ${round}` });
}

async function strike(fault: WireFault): Promise<void> {
  const before = proxy.struck();
  await change();
  proxy.arm(fault);
  await exchange().catch(() => undefined);
  expect(proxy.struck() - before).toBe(1);
  await exchange();
  await expectConverged(here);
}

const places = ["/v1/titles?", "/v1/batches", ":compare"] as const;
const classes = [
  ["before the first byte", () => 0],
  ["in the status line", () => 9],
  ["in the headers", (head) => head - 20],
  ["between headers and body", (head) => head],
  ["after the first byte of the body", (head) => head + 1],
  ["in the middle of a record", (head, all) => Math.floor((head + all) / 2)],
  ["before the last byte", (_, all) => all - 1],
] as const satisfies readonly (readonly [string, (head: number, all: number) => number])[];

/** `GOLDSEED_WIRE=all` cuts every answer at every class (a minute); else the push at every one, the others at two. */
const cutEverywhere = process.env["GOLDSEED_WIRE"] === "all";
const few = [classes[2], classes[5]];

describe.each(places)("an answer to %s cut", (on) => {
  test.each(cutEverywhere || on === "/v1/batches" ? classes : few)("%s", async (_, at) => {
    const answer = proxy.lastAnswer(on);
    const head = answer.indexOf("\r\n\r\n") + 4;
    expect(head).toBeGreaterThan(20);
    await strike({ on, after: at(head, answer.length), ending: "RESET" });
  });
});

test.each(places)(
  "a host that falls silent in its answer to %s is given up at the deadline",
  (on) => strike({ on, after: 30, ending: "SILENCE" }),
);
