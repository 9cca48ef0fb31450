/** Cases worked out by hand from the documents: thresholds, edges, vetoes, direct passes, and what is missing. */
import { readdirSync, readFileSync } from "node:fs";

import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

import { loadSoundCriteria } from "../../../cultivation/load-criteria.ts";
import type { Criteria } from "../../../domain/criteria/criteria.ts";
import { judgeRecord } from "../../../domain/criteria/record/judge-record.ts";

interface WorkedCase {
  readonly id: string;
  readonly says: string;
  readonly standard?: string;
  readonly as_of?: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
}

interface CaseFile {
  readonly standard?: string;
  readonly base: Readonly<Record<string, unknown>>;
  readonly cases: readonly WorkedCase[];
}

const folder = new URL("../../fixtures/criteria/", import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
let criteria: Criteria;

beforeAll(async () => {
  criteria = await loadSoundCriteria();
});

test("every pack that ships has worked cases", () => {
  const worked = files.map((name) => read(name).standard).filter((one) => one !== undefined);
  expect([...criteria.packs.keys()].sort()).toEqual(worked.sort());
});

describe.each(files)("%s", (name) => {
  const file = read(name);
  test.each(file.cases.map((one) => [one.id, one.says, one] as const))(
    "%s %s",
    (_id, _says, one) => {
      const record = {
        id: one.id,
        standard: one.standard ?? file.standard,
        inputs: { ...file.base, ...one.given },
      };
      const judged = judgeRecord(record, criteria, { asOf: one.as_of, today: "2026-09-01" });
      if (!judged.ok) throw new Error(judged.problems.join("; "));
      expect(judged.verdict).toMatchObject(one.expect);
    },
  );
});

function read(name: string): CaseFile {
  return parse(readFileSync(new URL(name, folder), "utf8"), { merge: true }) as CaseFile;
}
