/** A running Goldseed and its packs: files that change take effect, faulty ones do not, and nobody judges by outdated ones. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { beforeAll, expect, test } from "vitest";

import { judgeInTurn } from "../../cli/judge-in-turn.ts";
import { assessEnterprises } from "../../cultivation/assess-enterprises.ts";
import { createTestDatabase } from "../kit/database.ts";
import { codes, seedDistrict } from "../kit/seed.ts";
import { temporaryFolder } from "../kit/temporary-folder.ts";

const folder = temporaryFolder();
const db = await createTestDatabase();
const pack = join(folder, "criteria", "srdi-sme-2026.yaml");
const said: string[] = [];

const running = () =>
  judgeInTurn({
    pool: db.worker,
    dataFolder: folder,
    log: ({ level, message }) => void (level === "error" && said.push(String(message))),
    signal: new AbortController().signal,
    onMoved: () => undefined,
  });
const version = async () => {
  const { rows } = await db.owner.query<{ version: string; judged: string[] }>(
    `select version, (select array_agg(distinct pack_version) from assessments where pack_id = p.id and superseded_at is null) as judged
     from criteria_packs p where id = 'srdi_sme_2026' and superseded_at is null`,
  );
  // All are judged by the version that is in force.
  expect(rows).toEqual([{ version: rows[0]?.version, judged: [rows[0]?.version] }]);
  return rows[0]?.version ?? "";
};
const edit = (from: string, to: string) =>
  writeFileSync(pack, readFileSync(pack, "utf8").replace(from, to));
const markA = () =>
  db.owner.query(
    "insert into dirty_keys (credit_code, stage, reason) values ($1, 'INDICATORS', 'test') on conflict do nothing",
    [codes.A],
  );
const marks = async () =>
  (await db.owner.query("select from dirty_keys where stage = 'INDICATORS'")).rowCount;

beforeAll(async () => {
  for (const part of ["indicators", "criteria"])
    cpSync(fileURLToPath(new URL(`../../data/${part}`, import.meta.url)), join(folder, part), {
      recursive: true,
    });
  await seedDistrict(db.owner);
});

test("packs of a running Goldseed: changed, faulty, outdated, and its own again after a start", async () => {
  const judge = running();
  await judge.backlog();
  const shipped = await version();

  // A file put right takes effect at the next turn, for everybody.
  edit("at_least: 1500", "at_least: 1600");
  await judge.fresh();
  await judge.backlog();
  const edited = await version();
  expect(edited).not.toBe(shipped);

  // A faulty one is told once and does not.
  edit("at_least: 1600", "at_leest: 1700");
  for (const turn of [judge.fresh, judge.backlog, judge.fresh]) await turn();
  expect(said).toEqual([expect.stringMatching(/标准文件有误.*srdi-sme-2026\.yaml:\d+ /su)]);
  expect(await version()).toBe(edited);

  // Somebody judges all by other packs: this process takes none of that back, and loses no mark.
  await assessEnterprises(db.worker);
  await markA();
  for (const turn of [judge.fresh, judge.backlog, judge.fresh]) await turn();
  expect(said.slice(1)).toEqual([expect.stringMatching(/不同：srdi_sme_2026。/u)]);
  expect(await version()).toBe(shipped);
  expect(await marks()).toBe(1);

  // A start is how its own take effect again.
  edit("at_leest: 1700", "at_least: 1700");
  const anew = running();
  await anew.fresh();
  await anew.backlog();
  expect([shipped, edited]).not.toContain(await version());
  expect(await marks()).toBe(0);
});
