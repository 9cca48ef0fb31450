/** Where everybody is bound to registered documents the query page still works, and gives nobody a text of their own. */
import { readFileSync } from "node:fs";

import { getIntrospectionQuery } from "graphql";
import { expect, test } from "vitest";

import { readExamples } from "../../../tools/graphiql/read-examples.ts";
import { accountRegister } from "../../../gateway/auth/account-register.ts";
import { consoleDocuments } from "../../../gateway/auth/console-documents.ts";
import { trustedDocuments } from "../../../gateway/auth/trusted-documents.ts";
import { DocumentCache } from "../../../gateway/execute/document-cache.ts";
import { defaultOperationLimits } from "../../../gateway/limits/measure-operation.ts";
import { loadSchema } from "../../../gateway/load-schema.ts";
import { sampleQuery } from "../../../gateway/graphiql/fill-sample.ts";
import { viewAsOperation } from "../../../gateway/graphiql/view-as-request.ts";
import { principal } from "../../kit/graph.ts";
import { noAccounts } from "../../kit/tokens.ts";

const accounts = accountRegister({ load: () => Promise.resolve(noAccounts) });
const { admit } = trustedDocuments({ accounts, required: "all", own: consoleDocuments() });
const officer = principal("DISTRICT", ["370211"]);
const machine = principal("DISTRICT", ["370211"], { role: "MACHINE" });
const folder = new URL("../../../docs/examples/", import.meta.url);
const other = { tier: "TOWN", area: "370211010", role: "VIEWER" };

/** What the page sends, as its own code makes it. */
const sent: readonly (readonly [string, string])[] = [
  ["the schema", getIntrospectionQuery({ inputValueDeprecation: true })],
  ["a sample", sampleQuery],
  ["a view as another", viewAsOperation(other, "{ viewer { tier } }", "").query],
  ...readExamples(folder.pathname).map(({ id, query }) => [id, query] as const),
];

test.each(sent)("%s is admitted for a person, and for no machine", async (_name, query) => {
  expect(await admit(officer, { query, hash: null })).toBe(query.trim());
  await expect(admit(machine, { query, hash: null })).rejects.toMatchObject({
    code: "OPERATION_NOT_TRUSTED",
  });
});

test("nothing else is", async () => {
  const query = `${sampleQuery} # mine`;
  await expect(admit(officer, { query, hash: null })).rejects.toMatchObject({
    code: "OPERATION_NOT_TRUSTED",
  });
});

test("each of them is a document of the contract", () => {
  const documents = new DocumentCache(loadSchema(), defaultOperationLimits);
  const wrong = consoleDocuments().filter((text) => "errors" in documents.prepare(text));
  expect(wrong).toEqual([]);
  expect(consoleDocuments().length).toBeGreaterThan(20);
});

test("the page asks for the schema in the way that is registered", () => {
  const app = readFileSync(new URL("../../../gateway/graphiql/app.tsx", import.meta.url), "utf8");
  expect(app).toMatch(/^\s+inputValueDeprecation$/mu);
  expect(app).not.toContain("schemaDescription");
});
