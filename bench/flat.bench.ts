/**
 * `npm run -s bench -- flat`: whether a portrait costs the same however many enterprises there are. A database of its own
 * is filled with made-up enterprises up to each of BENCH_SIZES (17000,424000; up to 4000000 where the disk allows: about
 * 4 KB an enterprise), and asked for random portraits by one caller after another, without HTTP.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startEmbedded } from "../store/embedded.ts";
import { migrateStore } from "../store/migrate.ts";
import { openPool, type Pool } from "../store/pool.ts";
import { ensureDatabase, setLoginPasswords, withDatabase, withLogin } from "../store/provision.ts";
import { loadReferenceData } from "../store/reference-data.ts";
import { openGraph, principal } from "../test/kit/graph.ts";
import { randomFrom } from "../test/kit/generate-operation.ts";
import { documents } from "./read/operations.ts";
import { median } from "./read/rounds.ts";

const sizes = (process.env["BENCH_SIZES"] ?? "17000,424000").split(",").map(Number);
const asked = Number(process.env["BENCH_REQUESTS"] ?? 2_000);
const password = "bench";

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), "goldseed-flat-"));
  const server = await startEmbedded({
    dataDir: folder,
    ownerPassword: password,
    settings: ["fsync=off", "synchronous_commit=off"],
  });
  const ownerUrl = withDatabase(server.ownerUrl, "flat");
  const open = (url: string, max: number) =>
    openPool({ url, name: "bench flat", max, statementTimeoutMs: 0 });
  await ensureDatabase(ownerUrl);
  await migrateStore(ownerUrl);
  await setLoginPasswords(ownerUrl, { gateway: password, worker: password });
  const owner = open(ownerUrl, 1);
  const gateway = open(withLogin(ownerUrl, "goldseed_gateway", password), 1);
  try {
    await loadReferenceData(owner);
    const figures: Record<string, unknown>[] = [];
    let have = 0;
    for (const size of sizes) {
      await enlarge(owner, have, size);
      have = size;
      figures.push({ enterprises: size, ...(await ask(gateway, size)) });
    }
    // The tenth of the fastest: what the work costs when nothing else disturbs it.
    const first = Number(figures[0]?.["lowMs"]);
    return {
      figures: figures.map((row) => ({
        ...row,
        timesSmallest: Number((Number(row["lowMs"]) / first).toFixed(2)),
      })),
    };
  } finally {
    await Promise.all([owner.end(), gateway.end()]);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Made-up codes have no check character, which a global id does not ask for. */
const idOf = (serial: number) =>
  Buffer.from(`Enterprise:91370211FLA${String(serial).padStart(7, "0")}`).toString("base64url");

/** The portrait of bench/read, by its global id. */
const query = `${documents.graph.portrait
  .replace("$creditCode: CreditCode!", "$id: ID!")
  .replace(
    "enterprise(creditCode: $creditCode) {",
    "enterprise: node(id: $id) { ... on Enterprise {",
  )} }`;

async function enlarge(owner: Pool, from: number, to: number): Promise<void> {
  const codes = `select '91370211FLA' || lpad(n::text, 7, '0') as code, n,
      (select code from areas where kind = 'TOWN' order by code offset n % 23 limit 1) as town
    from generate_series(${from}, ${to - 1}) n`;
  const provenance = "'bench', n::text, now(), 'CREDIT_CODE', 1";
  const provenanceColumns = "source_id, record_key, received_at, link_method, link_confidence";
  await owner.query(`insert into enterprises (credit_code, town_code, name, kind, status, score, in_library, content_digest, ${provenanceColumns})
    select code, town, '青岛' || md5(n::text) || '有限公司', 'COMPANY', 'ACTIVE', n % 100, n % 25 = 0, md5(n::text), ${provenance} from (${codes}) c`);
  await owner.query(`insert into employments (credit_code, town_code, year, employees, ${provenanceColumns})
    select code, town, 2021 + y, n % 500, ${provenance} from (${codes}) c cross join generate_series(1, 3) y`);
  await owner.query(`insert into ip_rights (credit_code, town_code, right_no, kind, status, acquisition, applied_on, ${provenanceColumns})
    select code, town, 'R' || n || '-' || y, 'INVENTION_PATENT', 'GRANTED', 'SELF_DEVELOPED', date '2020-01-01' + y, ${provenance} from (${codes}) c cross join generate_series(1, 3) y`);
  await owner.query(`insert into portraits (credit_code, town_code, score, score_version, score_parts, explanation, labels, trend, label_completion, completeness, ip_right_count, title_count)
    select code, town, n % 100, '1', '[]', '', '{}', 'STEADY', 1, 1, 3, 0 from (${codes}) c`);
  await owner.query("vacuum analyze");
}

async function ask(pool: Pool, size: number): Promise<Record<string, unknown>> {
  const graph = openGraph(pool);
  const who = principal("DISTRICT", ["370211"], { role: "OFFICER" });
  const random = randomFrom(size);
  const times: number[] = [];
  for (let i = 0; i < asked + 200; i++) {
    const id = idOf(Math.floor(random() * size));
    const begin = performance.now();
    const answer = await graph.ask(who, query, { id });
    if (answer.data.enterprise === null) throw new Error(`"${id}" was not found.`);
    if (i >= 200) times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const low = times[Math.floor(times.length / 10)] ?? 0;
  return {
    requests: asked,
    medianMs: Number(median(times).toFixed(3)),
    lowMs: Number(low.toFixed(3)),
  };
}
