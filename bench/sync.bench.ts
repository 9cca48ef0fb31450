/**
 * What the exchange with the city costs, beside a full dump of the same records: `npm run -s bench -- sync`.
 * GOLDSEED_BENCH_ENTITIES sets the large size (424,000), GOLDSEED_BENCH_PUSH the first full push (20,000).
 */
import { creditCodeCheckCharacter } from "../domain/enterprise/credit-code.ts";
import { openBenchDistrict, type BenchDistrict } from "./sync-district.ts";

/** Certified enterprises of the district. */
const titled = 17_169;
const entities = Number(process.env["GOLDSEED_BENCH_ENTITIES"] ?? 424_000);
const pushed = Number(process.env["GOLDSEED_BENCH_PUSH"] ?? 20_000);
const targets =
  "10 differences: <= 3 round trips, < 1 % of the dump; unchanged at 424,000: < 2 s, < 2 KB; push >= 5,000 records/s; a run without change < 1 s";

interface Figure {
  readonly what: string;
  readonly seconds: number;
  readonly bytes?: number;
  readonly roundTrips?: number;
  readonly recordsPerSecond?: number;
  /** Of the bytes of a full dump of the same records. */
  readonly shareOfDump?: string;
}

export async function run(): Promise<Record<string, unknown>> {
  const here = await openBenchDistrict();
  const figures: Figure[] = [];
  try {
    await registerEnterprises(here, Math.max(titled, pushed));
    await seedCity(here, 0, titled);
    const dumpBytes = await dump(here, figures);
    figures.push(await timed("first exchange", () => here.sync(), titled));
    figures.push(await timed("an exchange without change", () => here.sync()));
    await seedCity(here, 0, 10, "REVOKED");
    figures.push(await verify(here, "10 differences found", dumpBytes));
    await here.sync();
    await recommend(here, pushed);
    figures.push(await timed("first full push", () => here.sync({ parts: ["push"] }), pushed));
    await seedCity(here, titled, entities);
    await mirrorShadow(here);
    figures.push(
      await verify(here, `unchanged, ${entities} records`, dumpBytes * (entities / titled)),
    );
  } finally {
    await here.close();
  }
  return { targets, titled, entities, pushed, figures };
}

async function dump(here: BenchDistrict, figures: Figure[]): Promise<number> {
  let bytes = 0;
  let roundTrips = 0;
  let after: string | null = null;
  const start = performance.now();
  do {
    const answered = await here.platform.titles({
      limit: 500,
      after,
      delta: null,
      updatedSince: null,
    });
    bytes += answered.bytesExchanged;
    roundTrips += 1;
    after = answered.value.next;
  } while (after !== null);
  figures.push({ what: "full dump of the titles", seconds: since(start), bytes, roundTrips });
  return bytes;
}

async function timed(
  what: string,
  work: () => Promise<unknown>,
  records?: number,
): Promise<Figure> {
  const start = performance.now();
  await work();
  const seconds = since(start);
  return records === undefined
    ? { what, seconds }
    : { what, seconds, recordsPerSecond: Math.round(records / seconds) };
}

/** The first comparison alone: what mends the differences is not part of finding them. */
async function verify(here: BenchDistrict, what: string, dumpBytes: number): Promise<Figure> {
  const start = performance.now();
  let seconds = 0;
  const report = await here.sync({
    parts: ["verify"],
    step: (name) => {
      if (name === "verify.closed" && seconds === 0) seconds = since(start);
      return Promise.resolve();
    },
  });
  const agreement = report.parts.find(({ stream }) => stream === "titles")?.agreement;
  const bytes = agreement?.bytesExchanged ?? Number.NaN;
  return {
    what: `${what}: ${agreement?.differences ?? "?"} differ`,
    seconds,
    bytes,
    roundTrips: agreement?.roundTrips ?? Number.NaN,
    shareOfDump: `${((100 * bytes) / dumpBytes).toFixed(4)} %`,
  };
}

async function registerEnterprises({ owner }: BenchDistrict, count: number): Promise<void> {
  for (let start = 0; start < count; start += 10_000) {
    const rows = numbers(start, Math.min(count, start + 10_000)).map((no) => ({
      credit_code: creditCodeOf(no),
      name: `青岛第${no}机械有限公司`,
    }));
    await owner.query(
      `insert into enterprises (credit_code, town_code, name, kind, status, source_id, record_key, link_method,
         link_confidence, content_digest)
       select credit_code, '370211001', name, 'COMPANY', 'ACTIVE', 'bench', credit_code, 'REGISTRY', 1, ''
       from jsonb_to_recordset($1) as r(credit_code text, name text)`,
      [JSON.stringify(rows)],
    );
  }
}

async function seedCity(
  here: BenchDistrict,
  from: number,
  to: number,
  status = "VALID",
): Promise<void> {
  for (let start = from; start < to; start += 10_000) {
    const lines = numbers(start, Math.min(to, start + 10_000)).map((no) =>
      JSON.stringify({
        creditCode: creditCodeOf(no),
        name: `青岛第${no}机械有限公司`,
        kind: "SPECIALIZED",
        level: "PROVINCIAL",
        batch: "2024-1",
        validFrom: "2024-06-01",
        validTo: "2027-05-31",
        status,
      }),
    );
    await here.admin("POST /admin/seed", lines.join("\n"));
  }
}

async function recommend({ owner }: BenchDistrict, count: number): Promise<void> {
  await owner.query(
    `insert into recommendations (credit_code, town_code, kind, batch, state, reason, recommended_on)
     select credit_code, town_code, 'GAZELLE', '2026-2', 'PROPOSED', '主导产品市场占有率居前', '2026-11-20'
     from enterprises order by credit_code limit $1`,
    [count],
  );
}

/** As after a pull of all of it, which takes minutes and is measured at the smaller size. */
async function mirrorShadow({ owner, city }: BenchDistrict): Promise<void> {
  const { rows } = await city.query<{ key: string; digest: string }>(
    "select key, encode(digest, 'hex') as digest from city.title where not deleted",
  );
  for (let start = 0; start < rows.length; start += 50_000) {
    await owner.query(
      `insert into sync_shadow (peer_id, stream, entity_key, owner, digest, version)
       select 'city', 'titles', key, 'CITY', digest, 1 from jsonb_to_recordset($1) as r(key text, digest text)
       on conflict do nothing`,
      [JSON.stringify(rows.slice(start, start + 50_000))],
    );
  }
  // As the server's own upkeep leaves tables that were filled days ago.
  await owner.query("vacuum analyze sync_shadow");
  await city.query("vacuum analyze city.title");
}

function creditCodeOf(no: number): string {
  const body = `91370211MA3${String(no).padStart(6, "0")}`;
  return `${body}${creditCodeCheckCharacter(body) ?? ""}`;
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

function since(start: number): number {
  return Number(((performance.now() - start) / 1000).toFixed(2));
}
