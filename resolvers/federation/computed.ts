/** This graph as a subgraph of Apollo Federation 2: a city's supergraph asks it for enterprises by their credit code. */
import { isCreditCode } from "../../domain/enterprise/credit-code.ts";
import { GoldseedError } from "../../domain/errors.ts";
import type { Query_EntitiesArgs } from "../../schema/generated/types.ts";
import { type ComputedFields, nodeRef, type NodeRef } from "../engine-language.ts";
import { subgraphSdl } from "./subgraph-sdl.ts";

/** As many as a page of ours holds: a gateway asks for the entities of one page at a time. */
const mostEntities = 200;

export const federationFields = {
  "Query._entities": ({ representations }: Query_EntitiesArgs) =>
    Promise.resolve(entitiesOf(representations)),
  "Query._service": () => Promise.resolve({ sdl: subgraphSdl() }),
} satisfies ComputedFields;

/** Read through the compiled path as the caller, so an enterprise out of sight is null and not told apart. */
function entitiesOf(representations: readonly unknown[]): readonly NodeRef[] {
  if (representations.length > mostEntities) {
    throw new GoldseedError(
      "BAD_USER_INPUT",
      `representations 有 ${representations.length} 个，最多 ${mostEntities} 个 / representations holds ${representations.length}, expected ${mostEntities} at most.`,
    );
  }
  const problems = representations.flatMap((each, index) => problemOf(each, index));
  if (problems.length > 0) throw new GoldseedError("BAD_USER_INPUT", problems.join("\n"));
  return representations.map((each) =>
    nodeRef("Enterprise", (each as { creditCode: string }).creditCode),
  );
}

function problemOf(representation: unknown, index: number): readonly string[] {
  const { __typename: type, creditCode } = Object(representation) as Record<string, unknown>;
  if (type === "Enterprise" && typeof creditCode === "string" && isCreditCode(creditCode))
    return [];
  return [
    `representations[${index}] 不是企业的代表 / representations[${index}] is ${JSON.stringify(representation).slice(0, 120)}, expected {"__typename": "Enterprise", "creditCode": "18 characters"}.`,
  ];
}
