/** 2,000 interleaved pairs: another area's enterprise, and none at all. Both are answered alike; so must their times be. */
import type pg from "pg";

import { creditCodeCheckCharacter } from "../../domain/enterprise/credit-code.ts";
import { openGraph, principal } from "../../test/kit/graph.ts";
import type { Samples } from "../read/samples.ts";
import { croppedWelch, percentile } from "./statistics.ts";

const query =
  "query($code: CreditCode!) { enterprise(creditCode: $code) { name contactPhone portrait { score } } }";

type Kind = "notAllowed" | "notFound";

export async function measureTiming(gateway: pg.Pool, samples: Samples) {
  const pairs = Number(process.env["BENCH_PAIRS"] ?? 2_000);
  const graph = openGraph(gateway);
  const town = samples.principals.find(({ tier }) => tier === "TOWN");
  if (!town) throw new Error("There is no town.");
  const who = principal("TOWN", town.areaCodes);
  const seen = async (caller: typeof who, code: string) => {
    const { data } = await graph.ask(caller, query, { code });
    return (data as { enterprise: unknown }).enterprise !== null;
  };
  const district = principal("DISTRICT", ["370211"]);
  const codes = new Set(samples.sets.portrait.map((each) => String(each.variables["creditCode"])));
  const hidden: string[] = [];
  const absent: string[] = [];
  for (const code of codes) {
    if (await seen(who, code)) continue;
    const near = neighbour(code);
    if (near === null || (await seen(district, near))) continue;
    hidden.push(code);
    absent.push(near);
  }
  const times: Record<Kind, number[]> = { notAllowed: [], notFound: [] };
  for (let i = -200; i < pairs; i++) {
    const at = (i + 200) % hidden.length;
    const code: Record<Kind, string> = { notAllowed: hidden[at] ?? "", notFound: absent[at] ?? "" };
    const order: readonly Kind[] =
      Math.random() < 0.5 ? ["notAllowed", "notFound"] : ["notFound", "notAllowed"];
    for (const kind of order) {
      const from = performance.now();
      await graph.ask(who, query, { code: code[kind] });
      if (i >= 0) times[kind].push(performance.now() - from);
    }
  }
  return {
    pairs,
    hiddenEnterprises: hidden.length,
    notAllowedP50Ms: percentile(times.notAllowed, 0.5),
    notFoundP50Ms: percentile(times.notFound, 0.5),
    absoluteT: Math.abs(croppedWelch(times.notAllowed, times.notFound)),
    limit: 4.5,
  };
}

/** The next well-formed code: it lies on the same pages of an index, as cold or warm as the real one. */
function neighbour(code: string): string | null {
  const next = /[0-8A-GHJ-MP]/u.exec(code.charAt(16))
    ? String.fromCodePoint((code.codePointAt(16) ?? 0) + 1)
    : "0";
  const first = code.slice(0, 16) + next;
  const check = creditCodeCheckCharacter(first);
  return check === undefined ? null : first + check;
}
