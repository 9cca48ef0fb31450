/** The contract as a supergraph's composition wants it: linked to the federation specification, without its own machinery. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Kind, type ObjectTypeDefinitionNode, parse, print } from "graphql";

const contract = fileURLToPath(new URL("../../schema/generated/schema.graphql", import.meta.url));

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key", "@shareable"])`;
/** What the specification defines itself. */
const machinery = new Set(["_Any", "_Entity", "_Service", "FieldSet", "key", "schema"]);
/** Types that every Relay graph has, and that another subgraph may define alike. */
const shared = new Set(["PageInfo"]);

let text: string | undefined;

export function subgraphSdl(): string {
  return (text ??= write());
}

function write(): string {
  const { definitions } = parse(readFileSync(contract, "utf8"));
  const own = definitions
    .filter((node) => !("name" in node && node.name && machinery.has(node.name.value)))
    .filter((node) => node.kind !== Kind.SCHEMA_DEFINITION)
    .map((node) => (node.kind === Kind.OBJECT_TYPE_DEFINITION ? withoutRoots(node) : node))
    .map((node) => {
      const printed = print(node);
      if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || !shared.has(node.name.value)) return printed;
      return printed.replace(`type ${node.name.value}`, `type ${node.name.value} @shareable`);
    });
  return [link, ...own].join("\n\n");
}

function withoutRoots(node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode {
  if (node.name.value !== "Query") return node;
  const fields = node.fields?.filter(({ name }) => !name.value.startsWith("_")) ?? [];
  return { ...node, fields };
}
