/**
 * Runs the production linker over files: a register, its former names, mentions; writes one prediction a mention.
 *
 * The linker is a pure function over a register in memory, so nothing but the source of the register differs from an
 * import (docs/decisions/0040): no database is needed to evaluate it.
 */
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";

import { type Judged, type LinkFigures, scoreLinks } from "../../domain/linking/link-figures.ts";
import type { LinkOutcome } from "../../domain/linking/link-outcome.ts";
import { buildLinkRegistry, type LinkRegistry } from "../../domain/linking/link-registry.ts";
import { linkMention } from "../../domain/linking/linker.ts";
import { loadLinkModel } from "./load-link-model.ts";
import { readCsvRows, readMentionsFile, readRegistryFile } from "./read-link-files.ts";

export interface EvaluationRequest {
  /** Paths; CSV, or CSV gzipped with a name that ends in `.gz`. */
  readonly registry: string;
  readonly history?: string | undefined;
  readonly mentions: string;
  readonly out: string;
  /** Known answers: `qid,regid,match,relation,code_kind,expected`. */
  readonly truth?: string | undefined;
  /** Another file of weights than the shipped one. */
  readonly weights?: string | undefined;
}

export interface Evaluation {
  readonly entities: number;
  readonly names: number;
  readonly mentions: number;
  readonly decisions: Readonly<Record<"auto" | "review" | "none", number>>;
  /** Links by method. */
  readonly methods: Readonly<Record<string, number>>;
  readonly weights: string;
  readonly readSeconds: number;
  readonly indexSeconds: number;
  readonly linkSeconds: number;
  readonly recordsPerSecond: number;
  readonly figures?: LinkFigures;
}

const words = { LINK: "auto", REVIEW: "review", NONE: "none" } as const;
const header = "qid,decision,regid,score,confidence,method,reasons,explanation\n";

/** @throws GoldseedError FILE_UNREADABLE or FILE_REFUSED with the file and what is wrong with it. */
export async function evaluateLinking(request: EvaluationRequest): Promise<Evaluation> {
  const model = await loadLinkModel(request.weights);
  const clock = startClock();
  const entries = await readRegistryFile(request.registry, request.history);
  const readSeconds = clock();
  const registry = buildLinkRegistry(entries, model.lexicon);
  const indexSeconds = clock();
  const decisions = { auto: 0, review: 0, none: 0 };
  const methods: Record<string, number> = {};
  const links = new Map<string, Pick<Judged, "decision" | "id">>();
  const out = createWriteStream(request.out);
  const written = finished(out);
  written.catch(() => undefined);
  out.write(header);
  let linkSeconds = 0;
  for await (const mention of readMentionsFile(request.mentions)) {
    const begin = performance.now();
    const outcome = linkMention(mention, registry, model);
    linkSeconds += (performance.now() - begin) / 1000;
    decisions[words[outcome.decision]]++;
    const { method = "" } = outcome;
    if (outcome.decision === "LINK") methods[method] = (methods[method] ?? 0) + 1;
    const id = outcome.candidates[0]?.id ?? "";
    if (request.truth !== undefined) links.set(mention.qid, { decision: outcome.decision, id });
    if (!out.write(predictionLine(mention.qid, outcome)))
      await Promise.race([once(out, "drain"), written]);
  }
  out.end();
  await written;
  const mentions = decisions.auto + decisions.review + decisions.none;
  const times = { readSeconds, indexSeconds, linkSeconds };
  const figures = request.truth === undefined ? {} : { figures: await judge(request.truth, links) };
  return {
    ...counts(registry),
    mentions,
    decisions,
    methods,
    weights: model.weights.version,
    ...times,
    recordsPerSecond: mentions / linkSeconds,
    ...figures,
  };
}

const counts = (registry: LinkRegistry) => ({
  entities: registry.entities.length,
  names: registry.names.length,
});

/** Seconds since it was last asked. */
function startClock(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const seconds = (now - last) / 1000;
    last = now;
    return seconds;
  };
}

function predictionLine(qid: string, outcome: LinkOutcome): string {
  const [first] = outcome.candidates;
  const cells = [
    qid,
    words[outcome.decision],
    first?.id ?? "",
    first === undefined ? "" : first.score.toFixed(2),
    outcome.confidence.toFixed(4),
    outcome.method ?? "",
    outcome.reasons.join("|"),
    outcome.explanation.join("；"),
  ];
  return `${cells.map(quoted).join(",")}\n`;
}

const quoted = (cell: string): string =>
  /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

async function judge(
  truth: string,
  links: ReadonlyMap<string, Pick<Judged, "decision" | "id">>,
): Promise<LinkFigures> {
  const judged: Judged[] = [];
  for await (const row of readCsvRows(truth, ["qid", "regid", "match", "expected"])) {
    const link = links.get(row["qid"] ?? "") ?? { decision: "NONE" as const, id: "" };
    judged.push({
      ...link,
      truth: row["match"] === "1" ? (row["regid"] ?? "") : "",
      relation: row["relation"] ?? "same",
      expected: row["expected"] ?? "",
      codeKind: row["code_kind"] ?? "",
    });
  }
  return scoreLinks(judged);
}
