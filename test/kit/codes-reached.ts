/**
 * Which codes of the catalogue a function can raise, read out of the code: those written in it and in whatever it names,
 * on and on. What is caught on the way is counted too, so the answer may hold too much but never too little.
 */
import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { parseSync } from "oxc-parser";

import { errorCatalogue } from "../../domain/errors.ts";

/** One declaration at the top of a module, by its name. */
interface Declared {
  readonly codes: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

interface Module {
  readonly declared: ReadonlyMap<string, Declared>;
  /** Where an imported name comes from. */
  readonly imported: ReadonlyMap<string, { readonly path: string; readonly name: string }>;
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const root = fileURLToPath(new URL("../..", import.meta.url));
const catalogue = new Set(Object.keys(errorCatalogue));
const modules = new Map<string, Module>();

/** @param path of the module from the top. @param property where the value is an object: the one part of it that counts. */
export function codesReached(path: string, name: string, property?: string): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const open = [{ path, name, property }];
  for (let next = open.pop(); next; next = open.pop()) {
    const key = `${next.path}#${next.name}`;
    if (seen.has(key)) continue;
    seen.add(key);
    visit(next, found, open);
  }
  return [...found].toSorted();
}

interface Place {
  readonly path: string;
  readonly name: string;
  readonly property: string | undefined;
}

function visit({ path, name, property }: Place, found: Set<string>, open: Place[]): void {
  const module = moduleAt(path);
  const from = module.imported.get(name);
  if (from) open.push({ ...from, property });
  const declared = module.declared.get(property === undefined ? name : `${name}.${property}`);
  for (const code of declared?.codes ?? []) found.add(code);
  for (const other of declared?.names ?? []) open.push({ path, name: other, property: undefined });
}

function moduleAt(path: string): Module {
  const known = modules.get(path);
  if (known) return known;
  const { program } = parseSync(path, readFileSync(resolve(root, path), "utf8"));
  const declared = new Map<string, Declared>();
  const imported = new Map<string, { path: string; name: string }>();
  for (const statement of program.body as unknown as readonly Node[]) {
    if (statement.type === "ImportDeclaration") importsOf(statement, path, imported);
    else declarationsOf(statement, declared);
  }
  const module = { declared, imported };
  modules.set(path, module);
  return module;
}

function importsOf(
  statement: Node,
  path: string,
  into: Map<string, { path: string; name: string }>,
): void {
  const source = (statement["source"] as { value: string }).value;
  if (!source.startsWith(".") || statement["importKind"] === "type") return;
  const target = relative(root, resolve(root, dirname(path), source));
  for (const { type, local, imported, importKind } of statement["specifiers"] as readonly {
    readonly type: string;
    readonly local: { readonly name: string };
    readonly imported?: { readonly name: string };
    readonly importKind?: string;
  }[])
    if (type === "ImportSpecifier" && imported && importKind !== "type")
      into.set(local.name, { path: target, name: imported.name });
}

function declarationsOf(statement: Node, into: Map<string, Declared>): void {
  const inner = (statement["declaration"] ?? statement) as Node;
  const each =
    inner.type === "VariableDeclaration" ? (inner["declarations"] as readonly Node[]) : [inner];
  for (const declaration of each) {
    const name = (declaration["id"] as { readonly name?: string } | undefined)?.name;
    if (name === undefined) continue;
    into.set(name, told(declaration));
    for (const [key, value] of propertiesOf(declaration)) into.set(`${name}.${key}`, told(value));
  }
}

function propertiesOf(declaration: Node): readonly (readonly [string, Node])[] {
  let value = declaration["init"] as Node | null | undefined;
  while (value && /^TS(?:Satisfies|As)Expression$/u.test(value.type))
    value = value["expression"] as Node;
  if (value?.type !== "ObjectExpression") return [];
  return (value["properties"] as readonly Node[]).flatMap((property) => {
    const name = (property["key"] as { readonly name?: string } | undefined)?.name;
    return name === undefined ? [] : [[name, property["value"] as Node] as const];
  });
}

function told(node: Node): Declared {
  const codes = new Set<string>();
  const names = new Set<string>();
  walk(node, (each) => {
    if (each.type === "Identifier") names.add(each["name"] as string);
    if (each.type === "Literal" && catalogue.has(each["value"] as string))
      codes.add(each["value"] as string);
  });
  return { codes, names };
}

function walk(node: unknown, see: (node: Node) => void): void {
  if (Array.isArray(node)) for (const each of node) walk(each, see);
  else if (node !== null && typeof node === "object" && "type" in node) {
    const { type } = node as Node;
    // Types name errors without raising them.
    if (/^TS(?!Satisfies|As|NonNull)/u.test(type)) return;
    see(node as Node);
    for (const value of Object.values(node)) walk(value, see);
  }
}
