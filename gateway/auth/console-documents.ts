/**
 * What the query page asks of itself: the schema, its lists and panes, and its ready examples. They come with this
 * program, so where everybody is bound to registered documents they are registered already; what each caller may see of
 * them is decided as for any other.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { getIntrospectionQuery } from "graphql";

import { sampleQuery } from "../graphiql/fill-sample.ts";
import { areasQuery, viewAsQuery } from "../graphiql/view-as-request.ts";

const examples = fileURLToPath(new URL("../../docs/examples/", import.meta.url));

/** As the page sends it (app.tsx), and as it tries again where there are no subscriptions. */
const introspection = getIntrospectionQuery({ inputValueDeprecation: true });

export function consoleDocuments(): readonly string[] {
  return [
    introspection,
    introspection.replace("subscriptionType { name }", ""),
    sampleQuery,
    areasQuery,
    viewAsQuery,
    ...readyExamples(),
  ].map((text) => text.trim());
}

/** Without the line that tells their variables, which the page does not send. */
function readyExamples(): readonly string[] {
  if (!existsSync(examples)) return [];
  return readdirSync(examples)
    .filter((name) => name.endsWith(".graphql"))
    .map((name) => readFileSync(`${examples}${name}`, "utf8").replace(/^# variables:.*\n/mu, ""));
}
