/** `POST /v1/digests/{tree}:compare`: roots against each other, and both parties' signed words (sections 10 and 11). */
import { integerOf, malformed, membersOf, textOf } from "../checks.ts";
import { instantNow } from "../clock.ts";
import type { Client } from "../database.ts";
import { digestTree, wireNode } from "../digest-tree.ts";
import { readMeta } from "../meta.ts";
import { permittedDistrict, type Call, type Handler } from "../platform.ts";
import { Refusal } from "../refusal.ts";
import { isDistrictSignature, readStatementKey, type Signature } from "../statement-key.ts";
import { treeOf } from "../tree-source.ts";
import type { Tree } from "../vocabulary.ts";

interface Question {
  readonly tree: Tree;
  readonly district: string;
  readonly n: number;
  readonly root: string;
  readonly theirs: { readonly statement: string; readonly signature: Signature } | null;
}

export const compare: Handler = async (platform, call) => {
  const question = questionOf(call);
  const { tree, district, theirs } = question;
  return platform.database.write(async (client) => {
    // One moment for tree and revision: the default isolation would see two.
    await client.query("set transaction isolation level repeatable read");
    if (theirs !== null) await checkTheirs(client, question, call.caller.nonce);
    const meta = await readMeta(client);
    const cut = `${meta.generation}/${meta.revision}`;
    const built = await digestTree(client, tree, district, cut);
    const equal = built.root === question.root && built.n === question.n;
    const at = instantNow();
    const key = await readStatementKey(client);
    const statement = statementText({
      by: platform.id,
      tree,
      district,
      n: built.n,
      root: built.root,
      cut,
      at,
      answers: call.caller.nonce,
    });
    const signature = key.sign(statement);
    await client.query(
      `insert into city.statement (district, tree, equal, n, root, city, theirs, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        district,
        tree,
        equal,
        built.n,
        built.root,
        JSON.stringify({ statement, signature }),
        theirs === null ? null : JSON.stringify(theirs),
        at,
      ],
    );
    const mids = equal ? [] : built.mids.map(wireNode);
    return {
      body: { equal, n: built.n, root: built.root, mids, statement, signature, ...meta },
    };
  });
};

function questionOf(call: Call): Question {
  const names = ["district", "canonVersion", "n", "root", "statement", "signature"];
  const body = membersOf(call.body, "body", names);
  const district = permittedDistrict(call, textOf(body["district"], "district"));
  integerOf(body["canonVersion"], "canonVersion", [1, 1]);
  const n = integerOf(body["n"], "n", [0, Number.MAX_SAFE_INTEGER]);
  const root = textOf(body["root"], "root", /^[0-9a-f]{64}$/u);
  const tree = treeOf(call.param);
  if (body["statement"] === null && body["signature"] === null) {
    return { tree, district, n, root, theirs: null };
  }
  const statement = textOf(body["statement"], "statement");
  const signature = membersOf(body["signature"], "signature", ["keyId", "algorithm", "value"]);
  if (signature["algorithm"] !== "Ed25519") {
    throw malformed([{ path: "signature.algorithm", message: 'expected "Ed25519"' }]);
  }
  const keyId = textOf(signature["keyId"], "signature.keyId");
  const value = textOf(signature["value"], "signature.value", /^[\w-]{86}$/u);
  return {
    tree,
    district,
    n,
    root,
    theirs: { statement, signature: { keyId, algorithm: "Ed25519", value } },
  };
}

/** A signed statement about something else than what is asked is as wrong as a wrong signature. */
async function checkTheirs(client: Client, question: Question, nonce: string): Promise<void> {
  const { tree, district, n, root, theirs } = question;
  if (theirs === null) return;
  const lines = new Set(theirs.statement.split("\n"));
  const needed = [
    "sme-sync-statement/1",
    `by: ${district}`,
    `tree: ${tree}`,
    `district: ${district}`,
    "canon: 1",
    `n: ${n}`,
    `root: ${root}`,
    `answers: ${nonce}`,
  ];
  const genuine =
    needed.every((line) => lines.has(line)) &&
    (await isDistrictSignature(client, district, theirs.statement, theirs.signature));
  if (!genuine) throw new Refusal("BAD_SIGNATURE", "the statement is not signed by the district");
}

interface StatementParts {
  readonly by: string;
  readonly tree: string;
  readonly district: string;
  readonly n: number;
  readonly root: string;
  readonly cut: string;
  readonly at: string;
  readonly answers: string;
}

function statementText(parts: StatementParts): string {
  return [
    "sme-sync-statement/1",
    `by: ${parts.by}`,
    `tree: ${parts.tree}`,
    `district: ${parts.district}`,
    "canon: 1",
    `n: ${parts.n}`,
    `root: ${parts.root}`,
    `cut: ${parts.cut}`,
    `at: ${parts.at}`,
    `answers: ${parts.answers}`,
    "",
  ].join("\n");
}
