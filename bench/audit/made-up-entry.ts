/** An entry as the gateway writes it, drawn from its number: mostly portraits read, some pages, some changes. */
import type { AuditEvent } from "../../domain/audit-event.ts";

const hash = "7c9e6679f42de7a5b8d6c3a1f0e2d4c6b8a0918273645546372819a0b1c2d3e4";
const version = "2026-11-01+9f2c4e1b7a60";
const portrait = [
  "AnnualFinancial.netAssets",
  "AnnualFinancial.revenue",
  "AnnualFinancial.totalProfit",
  "Enterprise.contactPhone",
  "TaxPayment.amount",
];

export function madeUpEntry(at: number): AuditEvent {
  const acting = {
    actor: `zhang.${at % 211}`,
    onBehalfOf: at % 9 === 0 ? `li.${at % 97}` : null,
    tier: at % 5 === 0 ? "DISTRICT" : "TOWN",
    purpose: "SERVICE",
    policyVersion: version,
    requestId: `01J8${String(at).padStart(12, "0")}-4e5f-8a9b-${String(at % 9_973).padStart(12, "0")}`,
  };
  if (at % 10 < 7) return { ...acting, ...read(at, portrait, 1) };
  if (at % 10 === 7) return { ...acting, ...read(at, portrait.slice(0, 2), 20) };
  return {
    ...acting,
    category: "WRITE",
    action: "graph.recordFollowUp",
    outcome: at % 10 === 8 ? "INTENT" : "DONE",
    creditCodes: [code(at)],
    details: {
      alertId: String(at),
      note: "走访企业，已告知申报要求\n",
      at: { step: 2, of: [1, 2, 3] },
    },
  };
}

function read(at: number, fields: readonly string[], rows: number) {
  return {
    category: "ACCESS",
    action: "graph.read",
    outcome: "DONE",
    operationHash: hash,
    fields,
    rowCount: rows,
    refusedFields: [],
    creditCodes: Array.from({ length: rows }, (_, row) => code(at + row)),
    details: { masked: ["Enterprise.contactPhone"] },
  } satisfies Partial<AuditEvent>;
}

const code = (at: number): string => `91370211MA${String(at % 99_999_999).padStart(8, "0")}`;
