/** `goldseed screening parse`: one clause of a notice in, one tree of conditions out, without a store. */
import { Command, Option } from "commander";

import { grammarExtractor } from "../cultivation/screening/extract/grammar-extractor.ts";
import { type ParsedClause, parseClause } from "../cultivation/screening/extract/parse-clause.ts";
import { readLexicon } from "../cultivation/screening/extract/read-lexicon.ts";
import type { Extractor } from "../domain/screening/extraction.ts";
import { readAll } from "./read-all.ts";
import { explanation } from "./screening-text.ts";

interface ParseOptions {
  readonly extractor: Extractor["name"];
  readonly explain?: true;
  readonly json?: true;
  readonly llmBaseUrl?: string;
  readonly llmModel?: string;
  readonly llmKeyFile?: string;
}

export function screeningCommand(): Command {
  const command = new Command("screening").description("政策筛查 / screenings of notices");
  addParse(command);
  return command;
}

function addParse(command: Command): void {
  command
    .command("parse")
    .description(
      "条款原文（标准输入）解析为条件树 / the clause on standard input as a tree of conditions",
    )
    .addOption(
      new Option("--extractor <name>", "解析方式 / way of reading")
        .choices(["grammar", "llm"])
        .default("grammar"),
    )
    .option(
      "--explain",
      "在标准错误输出依据与未识别内容 / citations and what was not understood, on stderr",
    )
    .option(
      "--json",
      "输出条件树、依据与未识别内容 / the tree with citations and what was not understood",
    )
    .option("--llm-base-url <url>", "模型服务地址 / address of the OpenAI-compatible endpoint")
    .option("--llm-model <name>", "模型名称 / name of the model")
    .option("--llm-key-file <file>", "密钥文件 / file that holds the key")
    .action(parse);
}

/** Input beyond this is cut off by the reader; the longest text taken is shorter still. */
const mostBytes = 4_000_000;

async function parse(options: ParseOptions): Promise<void> {
  const text = await readAll(process.stdin, mostBytes);
  const lexicon = readLexicon();
  const extractor = grammarExtractor(lexicon);
  const parsed = await parseClause(text, extractor, lexicon);
  process.stdout.write(`${JSON.stringify(options.json ? output(parsed) : parsed.tree, null, 2)}\n`);
  if (options.explain) process.stderr.write(explanation(parsed));
  else if (parsed.unread.length > 0)
    process.stderr.write(explanation({ ...parsed, citations: [], assumed: [] }));
}

function output({ tree, citations, unread, assumed }: ParsedClause) {
  return { tree, citations, unread, assumed };
}
