/** From an empty folder to a town's answer, and every way a start can be refused or ended. Real processes throughout. */
import { existsSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { isSignedBy, openReceiver } from "../cultivation/webhooks/receiver.ts";
import { goldseed, type RunningGoldseed, startGoldseed } from "../kit/goldseed-process.ts";
import { enterableFolder } from "../kit/enterable-folder.ts";

const folder = enterableFolder("start");
const dataDir = join(folder, "data");
const env = { GOLDSEED_DATA_DIR: dataDir, WEBHOOK_NETWORKS: "127.0.0.0/8" };
let running: RunningGoldseed;

beforeAll(async () => {
  running = await startGoldseed(["--scale", "small"], env);
});
afterAll(async () => {
  await running.stop();
  rmSync(folder, { recursive: true, force: true });
});

const tokenOf = (tier: string) =>
  running.ready.tokens.find((one) => one.tier === tier)?.token ?? "";

const ask = (tier: string, query: string) => askWith(tokenOf(tier), query);

async function askWith(
  token: string,
  query: string,
): Promise<{ data: Record<string, never>; errors?: unknown }> {
  const answer = await fetch(running.ready.graphqlUrl, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return (await answer.json()) as Awaited<ReturnType<typeof askWith>>;
}

describe("a first start", () => {
  test("does its steps in order and says how long each took", () => {
    const done = running.events.filter(({ state }) => state === "done").map(({ step }) => step);
    expect(done).toEqual([
      "port",
      "database",
      "reference",
      "portraits",
      "demonstration",
      "city",
      "exchange",
      "page",
      "gateway",
    ]);
  });

  test.each([
    ["CITY", ["3702"]],
    ["DISTRICT", ["370211"]],
    ["ZONE", ["370211Z03"]],
    ["TOWN", ["370211010"]],
  ])("gives a token for %s that answers for %j", async (tier, codes) => {
    const viewer = { tier, areas: codes.map((code) => ({ code })) };
    expect(await ask(tier, "{ viewer { tier areas { code } } }")).toEqual({ data: { viewer } });
  });

  test("the town sees enterprises, and none of another town", async () => {
    const query = "{ enterprises(first: 200) { totalCount edges { node { town { code } } } } }";
    const town = (await ask("TOWN", query)) as unknown as {
      data: { enterprises: { totalCount: number; edges: { node: { town: { code: string } } }[] } };
    };
    expect(town.data.enterprises.totalCount).toBeGreaterThan(0);
    expect(new Set(town.data.enterprises.edges.map(({ node }) => node.town.code))).toEqual(
      new Set(["370211010"]),
    );
  });

  test("the addresses answer without a token where they should, and not where they should not", async () => {
    const base = new URL(running.ready.graphqlUrl).origin;
    expect((await fetch(`${base}/livez`)).status).toBe(200);
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
    expect((await fetch(running.ready.graphiqlUrl)).status).toBe(200);
    const refused = await fetch(running.ready.graphqlUrl, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{ viewer { tier } }"}',
    });
    expect(refused.status).toBe(401);
  });

  test("secrets and the running state are for this account alone", () => {
    for (const name of ["secrets.json", "runtime.json"])
      expect(statSync(join(dataDir, name)).mode & 0o777).toBe(0o600);
    const { ownerPassword } = JSON.parse(
      readFileSync(join(dataDir, "secrets.json"), "utf8"),
    ) as Record<string, string>;
    expect(JSON.stringify(running.events)).not.toContain(ownerPassword);
  });
});

describe("while it runs", () => {
  // Those beside each other that change nothing: a process takes its second or two, and there are many.
  test.concurrent("a second start on the folder says that it is in use", async () => {
    const { code, stderr } = await goldseed(["start", "--no-demo"], { ...env, PORT: "0" });
    expect(code).toBe(75);
    expect(stderr).toContain("DATA_DIR_IN_USE");
    expect(stderr).toContain(dataDir);
  });

  test.concurrent("a start on its port says so before anything else", async () => {
    const { port } = new URL(running.ready.graphqlUrl);
    const { code, stderr } = await goldseed(["start"], {
      GOLDSEED_DATA_DIR: join(folder, "other"),
      PORT: port,
    });
    expect(code).toBe(75);
    expect(stderr).toContain(`The port ${port} of "127.0.0.1" is in use`);
    expect(existsSync(join(folder, "other"))).toBe(false);
  });

  test.concurrent("commands join its database", async () => {
    const { code, stdout } = await goldseed(["db", "status", "--json"], env);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ database: "joined", pending: [] });
  });

  test.concurrent("its first exchange left receipts that both sides signed", async () => {
    const { code, stdout } = await goldseed(["sync", "receipt", "--json"], env);
    expect(code).toBe(0);
    const receipts = JSON.parse(stdout) as { worth: string }[];
    expect(receipts.map(({ worth }) => worth)).toEqual(["DOUBLE_SIGNED", "DOUBLE_SIGNED"]);
    const key = await goldseed(["sync", "key", "--json"], env);
    expect(JSON.parse(key.stdout)).toMatchObject({ algorithm: "Ed25519" });
  });

  test("every look at the exchange, as a command of its own", async () => {
    const looks = [
      [["status"], 0, "L3"],
      [["diff", "--json"], 0, '"count":0'],
      [["verify", "--offline"], 0, "完好 intact"],
      [["conflicts"], 0, "没有冲突 no conflicts"],
      [["conflicts", "show", "nobody|X|1"], 4, 'never a conflict of "nobody|X|1"'],
      [["replay", "00000000-0000-0000-0000-000000000000"], 4, "no pull"],
    ] as const;
    const ended = await Promise.all(looks.map(([args]) => goldseed(["sync", ...args], env)));
    expect(
      ended.map(({ code, stdout, stderr }, no) => {
        const [args = [], , words = ""] = looks[no] ?? [];
        const output = stdout + stderr;
        return [args, code, output.includes(words) ? words : output];
      }),
    ).toEqual(looks);
  });

  test("an exchange and a pull taken in once more, as commands", async () => {
    const run = await goldseed(["sync", "run", "--json"], env);
    expect([0, 3]).toContain(run.code);
    const report = JSON.parse(run.stdout) as {
      parts: { runId: string; direction: string; agreement: { agreed: boolean } | null }[];
    };
    expect(report.parts.filter(({ agreement }) => agreement?.agreed === true)).toHaveLength(2);
    const pull = report.parts.find(({ direction }) => direction === "PULL");
    const replay = await goldseed(["sync", "replay", pull?.runId ?? ""], env);
    expect([0, 3]).toContain(replay.code);
    expect(replay.stdout).toContain("拉取 pull");
  });

  test.concurrent.each([
    [["query", "-", "--as", "zone:董家口经济区"], "{ viewer { tier } }", 0, '"ZONE"'],
    [
      ["query", "-", "--as", "district", "--role", "officer"],
      "{ viewer { role } }",
      0,
      '"OFFICER"',
    ],
    [["query", "-", "--as", "district"], "{ nothing }", 2, "GRAPHQL_VALIDATION_FAILED"],
    [["query", "-", "--as", "district", "--variables", "[]"], "{ viewer { tier } }", 2, ""],
    [["query", "-", "--as", "town:nowhere"], "{ viewer { tier } }", 2, ""],
    [["query", "none.graphql"], "", 4, ""],
    [["query", "-", "--url", "http://127.0.0.1:1/graphql"], "{ viewer { tier } }", 69, ""],
  ])("goldseed %j answers %s with exit code %i", async (args, document, code, text) => {
    const ended = await goldseed(args, env, document);
    expect(ended).toMatchObject({ code, stdout: expect.stringContaining(text) });
  });

  test.concurrent("a token of goldseed token is accepted, and one of another folder is not", async () => {
    const own = await goldseed(["token", "--tier", "town", "--area", "370211010"], env);
    const foreign = await goldseed(["token", "--tier", "town", "--area", "370211010"], {
      GOLDSEED_DATA_DIR: join(folder, "foreign"),
    });
    const statuses = await Promise.all(
      [own, foreign].map(async ({ stdout }) => {
        const answer = await fetch(running.ready.graphqlUrl, {
          method: "POST",
          headers: { authorization: `Bearer ${stdout.trim()}`, "content-type": "application/json" },
          body: '{"query":"{ viewer { tier } }"}',
        });
        return answer.status;
      }),
    );
    expect(statuses).toEqual([200, 401]);
  });
});

test("a town's webhook is told of a step on an alert, signed", async () => {
  const receiver = await openReceiver();
  try {
    const officer = ["token", "--tier", "town", "--area", "370211010", "--role", "officer"];
    const token = (await goldseed(officer, env)).stdout.trim();
    const register = `mutation { registerWebhook(input: { name: "平台", url: "${receiver.url}", raisedOnly: false }) { ok secret } }`;
    const { registerWebhook } = (await askWith(token, register)).data as unknown as {
      registerWebhook: { ok: boolean; secret: string };
    };
    const pending = "{ alerts(first: 1, filter: { state: [PENDING] }) { edges { node { id } } } }";
    const id = await vi.waitFor(async () => {
      const { alerts } = (await askWith(token, pending)).data as unknown as {
        alerts: { edges: { node: { id: string } }[] };
      };
      expect(alerts.edges).toHaveLength(1);
      return alerts.edges[0]?.node.id ?? "";
    }, 40_000);
    await askWith(
      token,
      `mutation { handleAlert(input: { alert: "${id}", action: ACKNOWLEDGE }) { ok } }`,
    );
    const message = await vi.waitFor(() => {
      const told = receiver.received.find(({ json }) => json.data.id === id);
      expect(told).toBeDefined();
      return told;
    }, 10_000);
    expect(message?.json).toMatchObject({
      type: "alert.changed",
      data: { id, state: "IN_PROGRESS" },
    });
    expect(message && isSignedBy(registerWebhook.secret, message)).toBe(true);
  } finally {
    await receiver.close();
  }
});

describe("the end", () => {
  test("SIGINT stops everything in order, with exit code 0, and nothing is left", async () => {
    const { databasePort } = JSON.parse(readFileSync(join(dataDir, "runtime.json"), "utf8")) as {
      databasePort: number;
    };
    const { code, ms } = await running.stop("SIGINT");
    expect(code).toBe(0);
    expect(ms).toBeLessThan(15_000);
    expect(
      running.events.filter(({ step, state }) => step === "stop" && state === "done").length,
    ).toBe(5);
    expect(existsSync(join(dataDir, "runtime.json"))).toBe(false);
    for (const port of [databasePort, Number(new URL(running.ready.cityUrl ?? "").port)])
      await expectFree(port);
  });

  test("the next start finds the district and takes less than 10 seconds", async () => {
    const startedAt = performance.now();
    running = await startGoldseed(["--scale", "small"], env);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    const filling = running.events.find(
      ({ step, state }) => step === "demonstration" && state === "done",
    );
    expect(filling?.["detail"]).toContain("there");
  });

  test("after a kill the next start works, on the same data", async () => {
    const before = await ask("DISTRICT", "{ enterprises { totalCount } }");
    await running.stop("SIGKILL");
    running = await startGoldseed(["--scale", "small"], env);
    expect(await ask("DISTRICT", "{ enterprises { totalCount } }")).toEqual(before);
  });
});

/** Listening where something still listens fails. */
async function expectFree(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(port, "127.0.0.1", done);
  });
  expect((server.address() as AddressInfo).port).toBe(port);
  await new Promise((done) => server.close(done));
}
