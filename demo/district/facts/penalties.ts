/** Administrative penalties: few, and hardly ever serious. */
import { dayIn } from "../calendar.ts";
import { type Sheet } from "../sheet.ts";
import { districtWords } from "../words.ts";

export const penaltySheet: Sheet = {
  table: "penalties",
  columns: ["document_no", "kind", "severity", "reason", "amount", "decided_on", "authority"],
  source: "demo-enforcement",
  rows: ({ identity }) => {
    const random = identity.stream("penalties");
    const { lists, texts } = districtWords();
    if (!random.chance(identity.cohort.technical ? 0.025 : 0.05)) return [];
    const place = random.int(0, (lists["penalties"]?.length ?? 1) - 1);
    const year = Number(identity.plan.asOf.slice(0, 4)) - random.int(0, 4);
    const severity = random.chance(0.04) ? "SERIOUS" : random.chance(0.3) ? "ORDINARY" : "MINOR";
    const fine = { MINOR: 1000, ORDINARY: 30_000, SERIOUS: 250_000 }[severity] * random.int(1, 4);
    const no = `DEMO-CF-${year}-${String(identity.ordinal).padStart(6, "0")}`;
    const authority = [
      texts["ecologyAuthority"],
      texts["marketAuthority"],
      texts["emergencyAuthority"],
    ][place];
    return [
      {
        key: no,
        cells: [
          no,
          ["ENVIRONMENT", "QUALITY", "SAFETY", "TAX", "ADVERTISING"][place] ?? "OTHER",
          severity,
          lists["penalties"]?.[place] ?? null,
          fine,
          dayIn(year, random.between([0, 0.8]), identity.establishedOn),
          authority ?? texts["marketAuthority"] ?? null,
        ],
      },
    ];
  },
};
