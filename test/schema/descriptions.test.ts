/**
 * What every description of the contract owes its reader: both languages tell the same numbers, names and nulls; what may
 * be null says when; what counts or measures says in what; what may be left out says what then happens.
 */
import {
  type GraphQLInputField,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { expect, test } from "vitest";

import { loadSchema } from "../../gateway/load-schema.ts";

const types = Object.values(loadSchema().getTypeMap()).filter(
  ({ name }) =>
    !name.startsWith("__") && !["String", "Int", "Float", "Boolean", "ID"].includes(name),
);

interface Told {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
}

/** The Chinese half ends with the last Chinese letter or mark. */
function told(name: string, description: string | null | undefined): Told {
  const text = description ?? "";
  const zh = /^.*[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/su.exec(text)?.[0] ?? "";
  return { name, zh, en: text.slice(zh.length) };
}

const fields = types.flatMap((type) =>
  isObjectType(type) || isInputObjectType(type)
    ? Object.values(type.getFields()).map((field) => ({
        field,
        type,
        own: told(`${type.name}.${field.name}`, field.description),
        // What its type says holds for each of its fields.
        whole: `${type.description ?? ""} ${field.description ?? ""}`,
      }))
    : [],
);
const everything: readonly Told[] = [
  ...types.map((type) => told(type.name, type.description)),
  ...fields.map(({ own }) => own),
  ...types
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.map((one) => told(`${type.name}.${field.name}(${one.name})`, one.description)),
      ),
    ),
  ...types
    .filter(isEnumType)
    .flatMap((type) =>
      type.getValues().map((value) => told(`${type.name}.${value.name}`, value.description)),
    ),
];

const numbers = (text: string): string =>
  [...text.replaceAll(/(?<=\d),(?=\d)/gu, "").matchAll(/\d+/gu)]
    .map(([digits]) => digits)
    .sort()
    .join(" ");

test("both languages tell the same numbers", () => {
  expect(everything.length).toBeGreaterThan(1000);
  expect(everything.filter(({ zh, en }) => numbers(zh) !== numbers(en))).toEqual([]);
});

test("what is named in the Chinese is named in the English, null among it", () => {
  const names = (text: string) =>
    [...text.matchAll(/[A-Za-z][\w./-]*/gu)].map(([name]) => name.toLowerCase());
  const wrong = everything.filter(({ zh, en }) =>
    names(zh).some((name) => !en.toLowerCase().includes(name)),
  );
  expect(wrong).toEqual([]);
});

test("a field that may be null says when, or its type says it for all", () => {
  const nullable = fields.filter(
    ({ type, field }) => isObjectType(type) && !isNonNullType(field.type),
  );
  expect(nullable.length).toBeGreaterThan(300);
  expect(nullable.filter(({ whole }) => !/\bnull\b/u.test(whole)).map(({ own }) => own)).toEqual(
    [],
  );
});

/** Money, shares, times, numbers of what, places in an order. */
const unit =
  /[，为（](?:单位|均为)?(?:元|分|天|秒|毫秒|小时|字节|条|户|家|项|行|人|份|个|组|次|比特)|均为记录条数|为条数|单位[见为]|0 到 1|百分|\p{Script=Han}数|第几|从 1 起|版本|年度|季度|排名|总分|合计 100|天/u;

test("a figure says what it counts or in what it is measured", () => {
  const figures = fields.filter(({ field }) =>
    ["Int", "Float", "Decimal"].includes(String(field.type).replaceAll(/[![\]]/gu, "")),
  );
  expect(figures.length).toBeGreaterThan(130);
  expect(figures.filter(({ whole }) => !unit.test(whole)).map(({ own }) => own)).toEqual([]);
});

test("what a write may leave out says what is done without it", () => {
  const optional = fields.filter(
    ({ type, field }) =>
      isInputObjectType(type) &&
      type.name.endsWith("Input") &&
      !isNonNullType(field.type) &&
      (field as GraphQLInputField).defaultValue === undefined,
  );
  expect(optional.length).toBeGreaterThan(20);
  const wrong = optional.filter(
    ({ own: { zh, en } }) =>
      !/缺省|默认|必填|三者给其一/u.test(zh) || !/left out|needed|one of the three/u.test(en),
  );
  expect(wrong.map(({ own }) => own)).toEqual([]);
});
