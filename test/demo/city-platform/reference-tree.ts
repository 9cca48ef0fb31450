/** The 30 lines of docs/city-protocol.md section 10, taken out of the document and run as they stand there. */
import { readFileSync } from "node:fs";

export interface ReferenceTree {
  readonly n: number;
  readonly root: string;
  readonly mids: readonly { readonly no: number; readonly n: number; readonly hash: Buffer }[];
}

export async function referenceTree(
  records: readonly { key: string; digest: string }[],
): Promise<ReferenceTree> {
  const text = readFileSync("docs/city-protocol.md", "utf8");
  const code = /```js\n([\s\S]*?)```/u.exec(text)?.[1] ?? "";
  const url = `data:text/javascript;base64,${Buffer.from(code, "utf8").toString("base64")}`;
  const { tree } = (await import(url)) as { tree: (list: typeof records) => ReferenceTree };
  return tree(records);
}
