/** The start-up check passes on a migrated database and names each thing that is wrong with a spoiled one. */
import { expect, test } from "vitest";

import { assertFit } from "../../store/assert-fit.ts";
import { createTestDatabase } from "../kit/database.ts";

const db = await createTestDatabase();

test("a migrated database is fit", async () => {
  await expect(assertFit(db.gateway)).resolves.toBeUndefined();
});

test.each([
  [
    "row-level security is off on titles",
    "alter table titles disable row level security",
    "alter table titles enable row level security",
  ],
  [
    "row-level security is not forced on permits",
    "alter table permits no force row level security",
    "alter table permits force row level security",
  ],
  [
    "views run with their owner's rights: open_view",
    "create view open_view as select 1 as one",
    "drop view open_view",
  ],
  [
    "SECURITY DEFINER functions peek",
    "create function peek() returns int language sql security definer as 'select 1'",
    "drop function peek()",
  ],
  [
    "marked leakproof without being on the list: leaky",
    "create function leaky() returns int language sql leakproof as 'select 1'",
    "drop function leaky()",
  ],
  [
    "owns owned_table",
    "create table owned_table (); alter table owned_table owner to goldseed_gateway",
    "drop table owned_table",
  ],
])("a spoiled database is refused: %s", async (problem, spoil, mend) => {
  await db.owner.query(spoil);
  await expect(assertFit(db.gateway)).rejects.toThrow(problem);
  await db.owner.query(mend);
  await expect(assertFit(db.gateway)).resolves.toBeUndefined();
});

test("a superuser's login is refused", async () => {
  await expect(assertFit(db.owner)).rejects.toThrow("logs in as a superuser");
});
