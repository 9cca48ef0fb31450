/** Reasons that the exchange writes into its ledger and its questions are English; a reader is told in Chinese first. */

/** What to do about a connection: nothing, as a rule. */
const kept = [
  "改动已留存，恢复后下次同步自动再报；持续出现请联系市级平台运维",
  "changes are kept and told with the next exchange; if it lasts, tell who runs the city's platform",
] as const;

type Reading = readonly [pattern: RegExp, chinese: string, remedy?: typeof kept];

/** `$1` stands for what the pattern's first bracket matched. The first that fits is taken. */
const readings: readonly Reading[] = [
  [
    /^would remove (\d+) of (\d+) titles, at most (\d+)/u,
    "将移除 $2 条称号中的 $1 条，超过 $3 条须经批准",
  ],
  [
    /^would change (\d+) of (\d+) titles, at most (\d+)/u,
    "将变更 $2 条称号中的 $1 条，超过 $3 条须经批准",
  ],
  [/^schema drift: (\d+) of (\d+) records/u, "形式漂移：$2 条中有 $1 条不是约定的形式"],
  [/^the pages do not join/u, "名单各页对不上，未采用"],
  [/^(\d+) records differ/u, "$1 条不一致"],
  [/^no whole list of the city/u, "尚未取得市级的完整名单"],
  [/^the process ended/u, "进程中途结束"],
  [/waits for the city's receipt/u, "包已放置，等待市级回执"],
  [/^the newest list of the city is not believed/u, "市级最新名单未经有效签名，未采用"],
  [/are two lists under one revision/u, "同一版本号下有两份名单，均未采用"],
  [/not (?:what was|the file that was) signed for/u, "内容与所签清单不符，未采用"],
  [/cannot be read/u, "无法读取，未采用"],
  [/none of our keys is valid/u, "本区没有有效的签名密钥"],
  [/^not reached/u, "未连上市级平台", kept],
  [/^no answer in (\d+) ms/u, "市级平台 $1 毫秒内没有答复", kept],
  [/^the caller stopped waiting/u, "同步被要求停下", kept],
  [/^the platform failed repeatedly/u, "市级平台连续出错，稍后再试", kept],
  [/^an answer (\d+) that the platform did not sign/u, "答复 $1 没有市级平台的签名，未采用", kept],
  [/^the city's statement is not signed/u, "市级的说明未经签名或另有所指，未采用"],
  [/^there is a newer list of the city/u, "市级已有更新的名单，未采用旧的"],
  [/^a parcel of other bytes lies there as (\S+)/u, "“$1”处已有内容不同的包，未覆盖"],
  [/^no parcel lies there as (\S+)/u, "没有名为“$1”的包"],
  [/^the (\w+) is not of the protocol/u, "市级的 $1 不符合协议，未采用"],
  [/^the city's profile/u, "市级平台的声明与本区配置不符"],
  [/^a 200 whose body is not of the protocol/u, "市级答复不符合协议，未采用"],
  [/^the answer to the batch is not usable/u, "市级对批次的答复不可用，结果未定，将以相同内容重发"],
  [/^sent, but no whole answer/u, "已发出而未得到完整答复，结果未定，将以相同内容重发", kept],
  [/UNKNOWN_KEY|KEY_EXPIRED|BAD_SIGNATURE|UNSIGNED/u, "市级平台不认可本区的密钥或签名"],
  [/CLOCK_SKEW/u, "双方时钟相差过大"],
  [/^left out of one complete list/u, "一份完整名单中没有；第二份仍没有即移除"],
  [/^our registry has no such enterprise/u, "本区登记中没有该企业"],
  [/^a grant of the district has this key/u, "本区认定的称号已占用此键"],
  [/^the city owns this field/u, "该字段以市级为准"],
  [/^the district owns this field/u, "该字段以本区为准"],
  [/^district: is of/u, "属于其他区"],
  [/a character that cannot be stored/u, "含无法存储的字符"],
  [/^[\w.]+: (?:Invalid|Too|is not|Unrecognized)/u, "不是约定的形式"],
];

/** Pure. What has no reading is shown as it is: it came from the other side. */
export function inBothLanguages(reason: string): string {
  for (const [pattern, chinese, remedy] of readings) {
    const found = pattern.exec(reason);
    if (found === null) continue;
    const words = chinese.replaceAll(/\$(\d)/gu, (_, no: string) => found[Number(no)] ?? "");
    if (remedy === undefined) return `${words} / ${reason}`;
    return `${words}。${remedy[0]} / ${reason}; ${remedy[1]}`;
  }
  return reason;
}
