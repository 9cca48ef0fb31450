/** One entity with all that its facts are told from. */
import { figuresOf, type Figures } from "./figures.ts";
import { identitiesOf, type Identity } from "./identity.ts";
import type { Plan } from "./plan.ts";
import { type Scale, scaleOf } from "./scale.ts";
import { type HeldTitle, titlesOf } from "./titles.ts";

export interface Subject {
  readonly identity: Identity;
  readonly figures: Figures;
  readonly titles: readonly HeldTitle[];
  readonly scale: Scale;
}

/** The whole district of a plan, one entity after the other. `townNames`: by code. */
export function* subjectsOf(
  plan: Plan,
  townNames: ReadonlyMap<string, string>,
): Generator<Subject> {
  const scale = scaleOf(plan.scale);
  for (const identity of identitiesOf(plan, townNames)) {
    const figures = figuresOf(identity);
    yield { identity, figures, titles: titlesOf(identity, figures), scale };
  }
}
