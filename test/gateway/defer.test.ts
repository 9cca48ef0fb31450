/** An answer comes whole (docs/decisions/0212): whoever asks for it in parts is told so. */
import { expect, test } from "vitest";

import { DocumentCache } from "../../gateway/execute/document-cache.ts";
import { loadSchema } from "../../gateway/load-schema.ts";
import { defaultOperationLimits } from "../../gateway/limits/measure-operation.ts";

test("a document with @defer is refused by validation and not answered as if it had none", () => {
  const documents = new DocumentCache(loadSchema(), defaultOperationLimits);
  const prepared = documents.prepare("{ viewer { tier ... @defer { areas { name } } } }");
  expect(prepared).toMatchObject({ code: "GRAPHQL_VALIDATION_FAILED" });
  expect("errors" in prepared && prepared.errors.map(({ message }) => message)).toEqual([
    'Unknown directive "@defer".',
  ]);
});
