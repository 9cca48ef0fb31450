/** `goldseed screening parse`: one clause of a notice in, one tree of conditions out, without a store. */
import { Command, Option } from "commander";

import { grammarExtractor } from "../cultivation/screening/extract/grammar-extractor.ts";
import { type ParsedClause, parseClause } from "../cultivation/screening/extract/parse-clause.ts";
import { defaultTimeoutMs } from "../cultivation/screening/extract/llm/model-endpoint.ts";
import { llmExtractor } from "../cultivation/screening/extract/llm-extractor.ts";
import { readLexicon } from "../cultivation/screening/extract/read-lexicon.ts";
import type { Extractor } from "../domain/screening/extraction.ts";
import { GoldseedError } from "../domain/errors.ts";
import type { Lexicon } from "../domain/screening/grammar/lexicon.ts";
import { readCommandConfig, withConfigFlags } from "./config-flags.ts";
import { readAll } from "./read-all.ts";
import { explanation } from "./screening-text.ts";

interface ParseOptions {
  readonly extractor: Extractor["name"];
  readonly explain?: true;
  readonly json?: true;
}

export function screeningCommand(): Command {
  const command = new Command("screening").description("政策筛查 / screenings of notices");
  addParse(command);
  return command;
}

function addParse(command: Command): void {
  const parseCommand = command
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
    .action(parse);
  withConfigFlags(parseCommand, ["llmBaseUrl", "llmModel"]);
}

/** More bytes than the longest text taken can have. */
const mostBytes = 4_000_000;

async function parse(options: ParseOptions, command: Command): Promise<void> {
  const text = await readAll(process.stdin, mostBytes);
  const lexicon = readLexicon();
  const extractor =
    options.extractor === "llm" ? modelOf(command, lexicon) : grammarExtractor(lexicon);
  const parsed = await parseClause(text, extractor, lexicon);
  process.stdout.write(`${JSON.stringify(options.json ? output(parsed) : parsed.tree, null, 2)}\n`);
  if (options.explain) process.stderr.write(explanation(parsed));
  else if (parsed.unread.length + parsed.contradictions.said.length > 0)
    process.stderr.write(explanation({ ...parsed, citations: [], assumed: [] }));
}

/** The model of the settings. @throws GoldseedError CONFIG_INVALID when none is set. */
function modelOf(command: Command, lexicon: Lexicon): Extractor {
  const { llmBaseUrl, llmModel, llmApiKey } = readCommandConfig(command).config;
  if (llmBaseUrl === null || llmModel === null)
    throw new GoldseedError(
      "CONFIG_INVALID",
      "未设置语言模型 / No language model is set. Set LLM_BASE_URL and LLM_MODEL (and LLM_API_KEY_FILE), or leave out --extractor llm.",
    );
  const endpoint = {
    baseUrl: llmBaseUrl,
    model: llmModel,
    apiKey: llmApiKey,
    timeoutMs: defaultTimeoutMs,
  };
  return llmExtractor(endpoint, lexicon);
}

function output({ tree, citations, unread, assumed, contradictions }: ParsedClause) {
  return { tree, citations, unread, assumed, contradictions };
}
