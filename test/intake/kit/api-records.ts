/** Registry records as an API gives them, each with the time of its change, and an API that pages them. */
import { type Answer, json } from "./faulty-api.ts";
import { rowOf } from "./registry-rows.ts";

/** Record `i`, changed at minute `i` of a day. */
export const record = (i: number) => ({
  ...rowOf(i),
  updatedAt: `2026-03-01T${String(Math.floor(i / 60)).padStart(2, "0")}:${String(i % 60).padStart(2, "0")}:00`,
});
export const records = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, i) => record(from + i));

/** Pages of `size` over the records that were changed at `since` or later. */
export const paged =
  (all: () => ReturnType<typeof record>[], size: number): Answer =>
  (url, response, headers) => {
    const since = url.searchParams.get("since") ?? "";
    const page = Number(url.searchParams.get("page"));
    const some = all().filter(({ updatedAt }) => updatedAt >= since);
    json({ data: { list: some.slice((page - 1) * size, page * size), total: some.length } })(
      url,
      response,
      headers,
    );
  };
