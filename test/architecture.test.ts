/** The house as its imports draw it: each folder imports what the table in docs/architecture.md allows, and no more. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What a folder may import of ours. `store/tables` and `schema/generated` are parts that may be allowed by themselves. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  domain: ["lib"],
  config: ["lib", "domain/errors"],
  "schema/generated": ["gateway/request-context"],
  store: ["domain", "lib"],
  intake: ["domain", "store", "lib"],
  cultivation: ["domain", "store", "lib"],
  sync: ["domain", "store", "lib"],
  accounts: ["domain", "store", "lib"],
  resolvers: [
    "accounts",
    "intake",
    "cultivation",
    "sync",
    "store/tables",
    "store/pool",
    "store/notify",
    "domain",
    "schema/generated",
    "lib",
  ],
  gateway: [
    "resolvers",
    "accounts",
    "intake",
    "cultivation",
    "sync",
    "store",
    "domain",
    "config",
    "lib",
    "schema/generated",
  ],
  "demo/district": ["store", "domain", "lib"],
  "demo/city-platform": [],
};

/** Main files wire; tests, benchmarks and tools may import anything, and nothing imports them. */
const free = ["cli", "test", "bench", "tools"];

interface Module {
  readonly path: string;
  readonly imports: readonly string[];
  readonly packages: readonly string[];
  readonly text: string;
}

const skipped = /(^|\/)(node_modules|dist|\.goldseed|\.git)(\/|$)/u;

const modules: readonly Module[] = readdirSync(root, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.tsx?$/u.test(path) && !skipped.test(path))
  .map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    const named = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"\n]+)"/gu)].map(
      (match) => match[1] ?? "",
    );
    const own = named.filter((name) => name.startsWith("."));
    return {
      path,
      text,
      packages: named.filter((name) => !name.startsWith(".")),
      imports: own.map((name) =>
        relative(root, resolve(root, dirname(path), name)).replaceAll("\\", "/"),
      ),
    };
  });

const production = modules.filter(
  ({ path }) => !free.some((folder) => path.startsWith(`${folder}/`)) && path.includes("/"),
);

test("the imports of the whole house were seen", () => {
  expect(modules.length).toBeGreaterThan(150);
  expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(400);
});

test.each(Object.entries(allowed))("%s imports only what it may", (folder, targets) => {
  const wrong = production
    .filter(({ path }) => path.startsWith(`${folder}/`))
    .flatMap(({ path, imports }) =>
      imports
        .filter(
          (target) =>
            !target.startsWith(`${folder}/`) &&
            !targets.some((prefix) => target === `${prefix}.ts` || target.startsWith(`${prefix}/`)),
        )
        .map((target) => `${path} -> ${target}`),
    );
  expect(wrong).toEqual([]);
});

test("nothing imports tests, benchmarks, tools or the stand-in platform", () => {
  const wrong = production.flatMap(({ path, imports }) =>
    imports
      .filter(
        (target) =>
          /^(test|bench|tools)\//u.test(target) ||
          (target.startsWith("demo/city-platform/") && !path.startsWith("demo/city-platform/")),
      )
      .map((target) => `${path} -> ${target}`),
  );
  expect(wrong).toEqual([]);
});

describe("each concern has one home", () => {
  const cases: readonly (readonly [concern: string, pattern: RegExp, homes: readonly string[]])[] =
    [
      ["the pg driver", /from "(pg|pg-copy-streams)"/u, ["store/", "demo/city-platform/"]],
      ["drizzle", /from "drizzle-orm/u, ["store/", "resolvers/"]],
      [
        "the environment",
        /process\.env\b/u,
        ["config/", "demo/city-platform/", "store/embedded.ts", "gateway/graphiql/"],
      ],
      [
        "the clock in pure code",
        /Date\.now\(\)|new Date\(\)|performance\.now/u,
        ["*", "!domain/", "!lib/"],
      ],
    ];
  test.each(cases)("%s", (_concern, pattern, homes) => {
    const everywhere = homes.includes("*");
    const barred = homes.filter((home) => home.startsWith("!")).map((home) => home.slice(1));
    const wrong = production
      .filter(({ path }) =>
        everywhere
          ? barred.some((home) => path.startsWith(home))
          : !homes.some((home) => path.startsWith(home)),
      )
      .filter(({ text }) => pattern.test(text))
      .map(({ path }) => path);
    expect(wrong).toEqual([]);
  });
});

test("nobody takes the day of now from UTC: officials mean the day in China", () => {
  const wrong = modules
    .filter(({ path }) => !path.startsWith("test/") && !path.startsWith("demo/city-platform/"))
    .filter(({ text }) => /new Date\(\)\.toISOString\(\)\.slice\(0, 10\)/u.test(text))
    .map(({ path }) => path);
  expect(wrong).toEqual([]);
});

test("engines do not import each other", () => {
  const engines = ["intake", "cultivation", "sync"];
  const wrong = production.flatMap(({ path, imports }) => {
    const own = engines.find((engine) => path.startsWith(`${engine}/`));
    return own
      ? imports
          .filter((target) =>
            engines.some((engine) => engine !== own && target.startsWith(`${engine}/`)),
          )
          .map((target) => `${path} -> ${target}`)
      : [];
  });
  expect(wrong).toEqual([]);
});

test("files are of a size to be one thing", () => {
  const lines = production
    .filter(({ path }) => !path.includes("generated/"))
    .map(({ path, text }) => ({ path, count: text.split("\n").length - 1 }));
  expect(lines.filter(({ count }) => count > 400)).toEqual([]);
  const sorted = lines.map(({ count }) => count).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(100);
});

test("every file says first why it exists", () => {
  const silent = production
    .filter(({ path }) => !path.includes("generated/") && !path.endsWith(".d.ts"))
    .filter(({ text }) => !/^(\/\*\*|\/\/|#!)/u.test(text))
    .map(({ path }) => path);
  expect(silent).toEqual([]);
});
