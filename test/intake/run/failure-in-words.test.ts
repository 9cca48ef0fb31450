import { expect, test } from "vitest";

import { GoldseedError } from "../../../domain/errors.ts";
import { failureInWords } from "../../../intake/run/failure-in-words.ts";

const broken = new Error("terminating connection due to administrator command");
const thrown = (more: object, message = "inside") => Object.assign(new Error(message), more);

test.each([
  [thrown({ code: "57P01" }), "与数据库的连接中断", "The connection to the database broke"],
  [thrown({}, "Connection terminated unexpectedly"), "与数据库的连接中断", "connection"],
  [thrown({ code: "57014" }), "用时过长", "too long"],
  [thrown({ code: "53100" }), "磁盘已满", "A disk is full"],
  [thrown({ code: "ENOSPC" }), "磁盘已满", "A disk is full"],
  [new DOMException("This operation was aborted", "AbortError"), "按要求停下", "Stopped as asked"],
  [broken, "意外错误", "unexpected error"],
  ["a word", "意外错误", "a word"],
] as const)("%s is told in both languages, with the command that goes on", (error, zh, en) => {
  const words = failureInWords(error, { id: "12", state: "MERGING" });
  const [chinese, english] = words.split(" / ");
  expect(chinese).toContain(zh);
  expect(english).toContain(en);
  for (const half of [chinese, english]) expect(half).toContain("goldseed import resume 12");
});

test("an expected failure says by itself what to do", () => {
  const error = new GoldseedError("FILE_REFUSED", "不要 / no");
  expect(failureInWords(error, { id: "12", state: "STAGING" })).toBe("不要 / no");
});
