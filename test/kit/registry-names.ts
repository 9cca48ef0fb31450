/** A made-up register for tests: names that look like real ones, valid codes, addresses; the same for the same seed. */
import { creditCodeCheckCharacter } from "../../domain/enterprise/credit-code.ts";
import type { RegistryEntry } from "../../domain/linking/registry-entry.ts";

const places = [
  ["青岛", "370200", "青岛市市南区"],
  ["青岛", "370211", "青岛市黄岛区"],
  ["青岛", "370211", "青岛市胶南市"],
  ["潍坊", "370700", "潍坊市奎文区"],
  ["临沂", "371300", "临沂市兰山区"],
] as const;
const heads = "鑫海盛恒昌宏泰瑞金华信德利达东方天成源隆嘉诚博通远大新兴福安康顺和润丰凯悦齐鲁泽宇";
const trades =
  "商贸 工贸 科技 机械 建材 食品 纺织 化工 物流 电子 木业 服饰 装饰工程 机电设备 生物科技 文化传媒 汽车配件 农业开发".split(
    " ",
  );
const roads =
  "长江路 太行山路 香江路 黄河西路 前湾港路 武夷山路 灵山湾路 团结路 江山南路 昆仑山路".split(" ");

function startChance(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * limit);
  };
}

/** Distinct names. */
export function makeNames(count: number, seed: number): string[] {
  return makeRegistry(count, seed).map(({ names }) => names[0]!.name);
}

export function makeRegistry(count: number, seed: number): RegistryEntry[] {
  const below = startChance(seed);
  const entries: RegistryEntry[] = [];
  const seen = new Set<string>();
  while (entries.length < count) {
    const [city, authority, district] = places[below(places.length)]!;
    const head = Array.from({ length: 2 + below(2) }, () => heads.charAt(below(heads.length))).join(
      "",
    );
    const name = `${city}${head}${trades[below(trades.length)]!}有限公司`;
    if (seen.has(name)) continue;
    seen.add(name);
    const serial = String(100_000_000 + below(899_999_999));
    const first17 = `91${authority}${serial}`;
    entries.push({
      id: `E${entries.length}`,
      creditCode: first17 + (creditCodeCheckCharacter(first17) ?? ""),
      registrationNumber: "",
      address: `${district}${roads[below(roads.length)]!}${1 + below(900)}号${below(2) === 0 ? "" : `${1 + below(9)}栋${101 + below(800)}室`}`,
      city,
      names: [{ name, former: false }],
    });
  }
  return entries;
}
