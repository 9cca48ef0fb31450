/** What a condition is judged against. */
import type { Inputs } from "../inputs.ts";
import type { PointRange, RulePack } from "../pack.ts";

export interface Scores {
  readonly items: ReadonlyMap<string, PointRange>;
  readonly categories: ReadonlyMap<string, PointRange>;
  readonly total: PointRange;
}

export interface FactContext {
  readonly inputs: Inputs;
}

export interface PackContext extends FactContext {
  readonly pack: RulePack;
  readonly scores: Scores;
}
