/** Bodies read by how they open are what JSON.parse makes of the whole, however strange the rest is. */
import * as fc from "fast-check";
import { expect, test, vi } from "vitest";

import { KnownOpenings } from "../../gateway/server/known-openings.ts";

const documents = [
  "query Portrait($creditCode: CreditCode!) { enterprise(creditCode: $creditCode) { name } }",
  'query Search($text: String!) { enterprises(filter: { nameContains: "海洋\\n" }) { totalCount } }',
  "query Short { a }",
];
const document = fc.constantFrom(...documents);
const head = fc.constantFrom(
  '{"query":',
  '{"query": ',
  '{ "query" :',
  '{"quer\\u0079":',
  '{"a":1,"query":',
);
const tail = fc.oneof(
  fc.constantFrom(
    "}",
    ",}",
    ", }",
    ",",
    "",
    ',"query":"{ b }"}',
    ',"quer\\u0079":"{ b }"}',
    ',"variables":{"query":"{ b }"}}',
    ',"__proto__":{"query":1}}',
    ',"variables":{}}}',
    ',"variables":{}} x',
    ' ,"variables":null}',
  ),
  fc.json().map((json) => `,"variables":${json}}`),
  fc.string({ maxLength: 8 }),
);
const body = fc
  .tuple(head, document, tail, fc.boolean())
  .map(([start, text, end, escaped]) =>
    Buffer.from(
      start +
        (escaped ? JSON.stringify(text).replaceAll("q", "\\u0071") : JSON.stringify(text)) +
        end,
    ),
  );

function outcomeOf(parse: () => unknown): unknown {
  try {
    return { read: parse() };
  } catch (error) {
    return { refused: (error as Error).name };
  }
}

test("every body of a sequence is read as JSON.parse reads it", () => {
  fc.assert(
    fc.property(fc.array(body, { minLength: 1, maxLength: 12 }), (bodies) => {
      const openings = new KnownOpenings();
      for (const each of bodies)
        expect(outcomeOf(() => openings.parse(each))).toStrictEqual(
          outcomeOf(() => JSON.parse(each.toString("utf8"))),
        );
    }),
    { numRuns: 2_000 },
  );
});

test("the document of a known opening is not read again", () => {
  const openings = new KnownOpenings();
  const sent = (n: number) =>
    Buffer.from(JSON.stringify({ query: documents[0], variables: { n } }));
  openings.parse(sent(1));
  const parse = vi.spyOn(JSON, "parse");
  expect(openings.parse(sent(2))).toEqual({ query: documents[0], variables: { n: 2 } });
  expect(parse.mock.calls).toEqual([['{"variables":{"n":2}}']]);
  parse.mockRestore();
});

test("ever new documents do not fill the memory, and the usual one is learnt again", () => {
  const openings = new KnownOpenings();
  const sent = (name: string) =>
    Buffer.from(JSON.stringify({ query: `query ${name} ${documents[0]}`, variables: {} }));
  for (let n = 0; n < 1_000; n++) openings.parse(sent(`Q${n}`));
  openings.parse(sent("Usual"));
  const parse = vi.spyOn(JSON, "parse");
  openings.parse(sent("Usual"));
  expect(parse.mock.calls).toEqual([['{"variables":{}}']]);
  parse.mockRestore();
});
