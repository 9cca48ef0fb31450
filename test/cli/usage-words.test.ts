import { expect, test } from "vitest";

import { inBothLanguages } from "../../cli/usage-words.ts";

test.each([
  [
    "error: unknown option '--nope'\n",
    "错误：没有选项 '--nope' / error: unknown option '--nope'\n",
  ],
  [
    "error: unknown command 'tokne'\n(Did you mean token?)\n",
    "错误：没有命令 'tokne' / error: unknown command 'tokne'\n（是否想用 token？ Did you mean token?）\n",
  ],
  [
    "error: missing required argument 'after'\n",
    "错误：缺少参数 'after' / error: missing required argument 'after'\n",
  ],
  [
    "error: required option '--out <file>' not specified\n",
    "错误：缺少必需的选项 '--out <file>' / error: required option '--out <file>' not specified\n",
  ],
  [
    "error: option '--scale <size>' argument 'huge' is invalid. Allowed choices are small, full.\n",
    "错误：'--scale <size>' 的取值无效，可用 small, full / error: option '--scale <size>' argument 'huge' is invalid. Allowed choices are small, full.\n",
  ],
  [
    "error: option '-d' argument 'x' is invalid. “x”不是日期 / \"x\" is no day.\n",
    "错误：'-d' 的取值无效 / error: option '-d' argument 'x' is invalid. “x”不是日期 / \"x\" is no day.\n",
  ],
])("%s", (said, told) => {
  expect(inBothLanguages(said)).toBe(told);
});
