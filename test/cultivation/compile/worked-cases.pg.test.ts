/** The cases worked out by hand are judged in SQL as by the pure function: by every statement, all cases of a day at once. */
import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";
import { parse } from "yaml";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import type { Inputs } from "../../../domain/criteria/inputs.ts";
import { judge } from "../../../domain/criteria/judge.ts";
import { readInputs } from "../../../domain/criteria/record/read-inputs.ts";
import { createTestDatabase } from "../../kit/database.ts";
import { judgeInSql } from "./judge-in-sql.ts";

interface WorkedCase {
  readonly id: string;
  readonly standard?: string;
  readonly as_of?: string;
  readonly given: Readonly<Record<string, unknown>>;
}

interface CaseFile {
  readonly standard?: string;
  readonly base: Readonly<Record<string, unknown>>;
  readonly cases: readonly WorkedCase[];
}

const folder = new URL("../../fixtures/criteria/", import.meta.url);
const db = await createTestDatabase();
const { packs, catalogue } = await loadSoundCriteria();
const aliases = [...packs.values()].find((pack) => pack.kind === "size")?.legend ?? {};

/** By pack and day; cases of a title, of no pack and of disabled packs have no statement. */
const groups = new Map<string, { pack: string; asOf: string | undefined; inputs: Inputs[] }>();
for (const name of readdirSync(folder)) {
  const file = parse(readFileSync(new URL(name, folder), "utf8"), { merge: true }) as CaseFile;
  for (const one of file.cases) {
    const pack = one.standard ?? file.standard ?? "";
    if (packs.get(pack)?.status !== "active") continue;
    const asOf = one.as_of;
    const { inputs } = readInputs({ ...file.base, ...one.given }, { catalogue, asOf, aliases });
    const key = `${pack} ${asOf ?? ""}`;
    const group = groups.get(key) ?? { pack, asOf, inputs: [] };
    groups.set(key, { ...group, inputs: [...group.inputs, inputs] });
  }
}

test("every active pack has worked cases to judge", () => {
  const active = [...packs.values()].filter(({ status }) => status === "active");
  const worked = new Set([...groups.values()].map(({ pack }) => pack));
  expect([...worked].toSorted()).toEqual(active.map(({ id }) => id).toSorted());
});

test.each([...groups])("%s", async (_key, { pack: id, asOf, inputs }) => {
  const pack = packs.get(id)!;
  const judged = await judgeInSql(db.worker, pack, inputs, {
    catalogue,
    ...(asOf === undefined ? {} : { asOf }),
  });
  const pure = inputs.map((one) => judge(pack, one, catalogue, asOf));
  expect(judged.map(({ pass, progress, total }) => ({ pass, progress, total }))).toEqual(
    pure.map(({ pass, progress, total }) => ({ pass, progress, total })),
  );
});
