/** The linker: one mention in, one outcome out. Pure and synchronous; the register and the model are given. */
import { decide } from "./decide.ts";
import { explain } from "./explain.ts";
import {
  type Candidate,
  findCandidates,
  isSettledByNumber,
  type ReadMention,
  readMention,
} from "./find-candidates.ts";
import type { LinkModel } from "./link-model.ts";
import type { LinkCandidate, LinkOutcome, HardStop } from "./link-outcome.ts";
import type { LinkRegistry } from "./link-registry.ts";
import type { Mention } from "./mention.ts";
import { stopsOf } from "./stops-of.ts";

const maxShown = 5;

/** Ties one mention to its enterprise. Never fails: a mention without a name and a number is `NONE`. */
export function linkMention(
  mention: Mention,
  registry: LinkRegistry,
  model: LinkModel,
): LinkOutcome {
  const read = readMention(mention, registry, model);
  const candidates = findCandidates(read, registry, model);
  const decision = decide(
    candidates,
    ({ row }) => stopsOfRow(candidates, row, read, registry),
    model.weights,
  );
  const shown = decision.decision === "NONE" ? [] : candidates.slice(0, maxShown);
  const [first] = shown;
  return {
    ...decision,
    candidates: shown.map((candidate) => describe(candidate, candidates, read, registry)),
    // Words for people, and half the price of a record with a right number: made when asked for.
    get explanation() {
      return first === undefined ? [] : explain(first, read, registry, model.weights);
    },
  };
}

/**
 * The same, over a register of the bearers of the mention's number alone. @returns undefined where other enterprises might
 * be meant: the whole register has to be asked.
 */
export function linkSettledMention(
  mention: Mention,
  bearers: LinkRegistry,
  model: LinkModel,
): LinkOutcome | undefined {
  const settled = isSettledByNumber(readMention(mention, bearers, model), bearers, model);
  const outcome = settled ? linkMention(mention, bearers, model) : undefined;
  return outcome?.decision === "LINK" && outcome.method === "CREDIT_CODE" ? outcome : undefined;
}

function stopsOfRow(
  candidates: readonly Candidate[],
  row: number,
  read: ReadMention,
  registry: LinkRegistry,
): readonly HardStop[] {
  const candidate = candidates.find(({ comparison }) => comparison.row === row);
  const name = registry.names.at(row);
  if (candidate === undefined || name === undefined) return [];
  return stopsOf(candidate.comparison, read.name, name);
}

function describe(
  candidate: Candidate,
  candidates: readonly Candidate[],
  read: ReadMention,
  registry: LinkRegistry,
): LinkCandidate {
  const { row, entity } = candidate.comparison;
  const written = registry.names.writtenAt(row);
  return {
    id: registry.entities.at(entity)?.id ?? "",
    name: written?.name ?? "",
    former: written?.former ?? false,
    score: candidate.score,
    stops: stopsOfRow(candidates, row, read, registry),
  };
}
