/** Every write says which codes its `error` can carry, and these are the codes that its engine can raise. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, test } from "vitest";

import { errorCatalogue } from "../../domain/errors.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { codesReached } from "../kit/codes-reached.ts";

const schema = loadSchema();
const writes = Object.values(schema.getMutationType()?.getFields() ?? {});

/** What the server itself lacks: told once, in `MutationError.code`. */
const ofTheServer: ReadonlySet<string> = new Set([
  "CONFIG_INVALID",
  "DB_UNAVAILABLE",
  "FILE_UNREADABLE",
  "INTERNAL_SERVER_ERROR",
  "OPERATION_NOT_SUPPORTED",
  "RULES_INVALID",
  "STORE_UNFIT",
  "TIMEOUT",
]);

/** These are given conditions by their caller, who is told by the same code what is wrong with them. */
const readConditions: ReadonlySet<string> = new Set(["draftScreening", "dryRunScreening"]);

/** Named by the code on the way and not raised on it: a feed is read by no write, and a held run has its file behind it. */
const notOnItsWay: Readonly<Record<string, readonly string[]>> = {
  submitRecords: ["SOURCE_FAULTY", "SOURCE_UNAVAILABLE"],
  releaseImport: ["FILE_REFUSED", "SOURCE_FAULTY", "SOURCE_UNAVAILABLE"],
};

const named = (text: string, lead: RegExp): readonly string[] =>
  (lead.exec(text)?.[1]?.match(/[A-Z][A-Z_]+/gu) ?? []).toSorted();

/** Where the handler of each write stands. */
const handlers = new Map(
  readdirSync(fileURLToPath(new URL("../../resolvers", import.meta.url)), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith("mutations.ts") && path.includes("/"))
    .flatMap((path) => {
      const text = readFileSync(
        fileURLToPath(new URL(join("../../resolvers", path), import.meta.url)),
        "utf8",
      );
      const name = /export const (\w+)/u.exec(text)?.[1] ?? "";
      return writes
        .filter((write) => new RegExp(`^  ${write.name}: `, "mu").test(text))
        .map((write) => [write.name, { path: `resolvers/${path}`, name }] as const);
    }),
);

test("the handler of every write is found", () => {
  expect([...handlers.keys()].toSorted()).toEqual(writes.map(({ name }) => name).toSorted());
});

test.each(writes.map(({ name, description }) => [name, description ?? ""] as const))(
  "%s names the codes that it can raise, in both languages",
  (name, description) => {
    const { path, name: handler } = handlers.get(name) as { path: string; name: string };
    const reached = codesReached(path, handler, name);
    const without = notOnItsWay[name] ?? [];
    expect(without.filter((code) => !reached.includes(code))).toEqual([]);
    const own = reached.filter(
      (code) => !ofTheServer.has(code) || (code === "RULES_INVALID" && readConditions.has(name)),
    );
    // Who may not use it at all is refused before the engine is asked.
    const expected = [...new Set([...own.filter((code) => !without.includes(code)), "FORBIDDEN"])];
    expect(named(description, /错误：([^。]*)。/u)).toEqual(expected.toSorted());
    expect(named(description, /Errors: ([^.]*)\./u)).toEqual(expected.toSorted());
  },
);

describe("what the server lacks", () => {
  const type = schema.getType("MutationError");
  const description =
    type && "getFields" in type ? (type.getFields()["code"]?.description ?? "") : "";

  test("is named once, in both languages", () => {
    expect(named(description, /给出：([^。]*)。/u)).toEqual([...ofTheServer]);
    expect(named(description, /server: ([^.]*)\./u)).toEqual([...ofTheServer]);
  });

  test("is of the catalogue", () => {
    expect([...ofTheServer].filter((code) => !(code in errorCatalogue))).toEqual([]);
  });
});
