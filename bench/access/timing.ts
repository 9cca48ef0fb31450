/** 2,000 interleaved pairs: another area's enterprise, and none at all. Both are answered alike; so must their times be. */
import type pg from "pg";

import { openGraph, principal } from "../../test/kit/graph.ts";
import { testCode } from "../../test/kit/seed.ts";
import type { Samples } from "../read/samples.ts";
import { percentile, welch } from "./statistics.ts";

const query =
  "query($code: CreditCode!) { enterprise(creditCode: $code) { name contactPhone portrait { score } } }";

export async function measureTiming(gateway: pg.Pool, samples: Samples) {
  const pairs = Number(process.env["BENCH_PAIRS"] ?? 2_000);
  const graph = openGraph(gateway);
  const town = samples.principals.find(({ tier }) => tier === "TOWN");
  if (!town) throw new Error("There is no town.");
  const who = principal("TOWN", town.areaCodes);
  const measure = async (code: string) => {
    const from = performance.now();
    const { data } = await graph.ask(who, query, { code });
    const ms = performance.now() - from;
    return { ms, seen: (data as { enterprise: unknown }).enterprise !== null };
  };
  const codes = [
    ...new Set(samples.sets.portrait.map((each) => String(each.variables["creditCode"]))),
  ];
  const hidden: string[] = [];
  for (const code of codes) if (!(await measure(code)).seen) hidden.push(code);
  const times: Record<"notAllowed" | "notFound", number[]> = { notAllowed: [], notFound: [] };
  for (let i = 0; i < pairs; i++) {
    const other = hidden[i % hidden.length] ?? "";
    for (const kind of i % 2 === 0
      ? (["notAllowed", "notFound"] as const)
      : (["notFound", "notAllowed"] as const)) {
      const { ms } = await measure(kind === "notAllowed" ? other : testCode(i % 9_999));
      times[kind].push(ms);
    }
  }
  return {
    pairs,
    hiddenEnterprises: hidden.length,
    notAllowedP50Ms: percentile(times.notAllowed, 0.5),
    notFoundP50Ms: percentile(times.notFound, 0.5),
    absoluteT: Math.abs(welch(times.notAllowed, times.notFound)),
    limit: 4.5,
  };
}
