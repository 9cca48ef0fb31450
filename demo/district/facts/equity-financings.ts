/** Rounds of equity: a unicorn's last one values it above a billion dollars and cedes at least a twentieth. */
import { dayIn } from "../calendar.ts";
import type { Random } from "../random.ts";
import { type Sheet, type SheetRow } from "../sheet.ts";
import type { Subject } from "../subject.ts";
import { districtWords } from "../words.ts";

export const financingSheet: Sheet = {
  table: "equity_financings",
  columns: [
    "financing_no",
    "round",
    "financed_on",
    "amount",
    "ceded_share",
    "investor",
    "qualified_investor",
    "post_valuation",
  ],
  source: "demo-financing",
  rows: (subject) => {
    const random = subject.identity.stream("financing");
    const rounds = roundCount(subject, random);
    return Array.from({ length: rounds }, (_, place) => roundOf(subject, place, rounds, random));
  },
};

function roundCount({ identity }: Subject, random: Random): number {
  const { titles, technical } = identity.cohort;
  if (titles.includes("UNICORN")) return 4;
  if (titles.includes("GAZELLE") || titles.includes("EAGLET")) return random.int(0, 2);
  return technical && random.chance(titles.length > 0 ? 0.16 : 0.05) ? 1 : 0;
}

function roundOf(subject: Subject, place: number, rounds: number, random: Random): SheetRow {
  const { identity } = subject;
  const { lists, names } = districtWords();
  const ceded = random.int(5, 18);
  const amount = amountOf(subject, place, rounds, random);
  const year = Number(identity.plan.asOf.slice(0, 4)) - (rounds - place);
  const no = `DEMO-EQ-${identity.ordinal}-${place + 1}`;
  return {
    key: no,
    cells: [
      no,
      lists["rounds"]?.[place + 1] ?? null,
      dayIn(year, random.next(), identity.establishedOn),
      amount,
      (ceded / 100).toFixed(2),
      random.pick(names.investors),
      random.chance(0.9),
      Math.round((amount * 100) / ceded / 10_000) * 10_000,
    ],
  };
}

/** Yuan. 500 million for a twentieth to 18 in a hundred is less than a billion dollars: a unicorn's last round is larger. */
function amountOf({ identity }: Subject, place: number, rounds: number, random: Random): number {
  if (!identity.cohort.titles.includes("UNICORN")) return random.int(300, 4500) * 10_000;
  return place === rounds - 1
    ? random.int(1500, 2600) * 1_000_000
    : random.int(40, 300) * 1_000_000;
}
