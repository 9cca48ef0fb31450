/** A run right after another text was opened names no operation of the text before. */
import { expect, test } from "vitest";

import { withPresentName } from "../../../gateway/graphiql/present-name.ts";

test.each([
  ["a name the text holds stays", "WhoAmI", "query WhoAmI { viewer { tier } }", "WhoAmI"],
  ["a name of another text is left out", "WhoAmI", "query Libraries { libraries { count } }", null],
  ["part of another name is no name", "Who", "query WhoAmI { viewer { tier } }", null],
  ["no name stays none", undefined, "{ viewer { tier } }", undefined],
])("%s", (_title, operationName, query, expected) => {
  expect(
    withPresentName({ operationName, query } as { operationName?: string | null; query: string })
      .operationName,
  ).toBe(expected);
});
