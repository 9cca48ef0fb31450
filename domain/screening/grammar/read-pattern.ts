/**
 * Names that vary too freely for a word list: standards led, institutions by rank, degrees of staff, science awards,
 * places of registration. Each pattern is anchored where it stands and bounded in length.
 */
import { factPatterns } from "./fact-patterns.ts";
import type { Word } from "./word.ts";

export interface PatternRead {
  readonly end: number;
  readonly meaning: Word;
}

interface Pattern {
  readonly starts: RegExp;
  readonly form: RegExp;
  readonly meaning: (groups: readonly (string | undefined)[]) => Word | undefined;
}

const andOver = "(?:（含）)?(?:及其?以上|及|以上)?(?:（含）)?(?:的)?";
const joints = "(?:、|或者?|和|及|与|以及)?";

const standard: Pattern = {
  starts: /[作主牵负参]/,
  form: new RegExp(
    `(?:作为)?(主导或参与|主持或参与|牵头或参与|主导|牵头|主持|负责|参与)(?:起草|制定|制（修）订|制修订|修订|制订|编制)(?:、修订)?(?:过|了)?(?:的)?((?:(?:国际|国家|行业|地方|团体|企业)(?:标准)?${joints}){1,6})(?:标准)?`,
    "y",
  ),
  meaning: ([, role, kinds = ""]) =>
    kinds.includes("标准") || kinds.length > 3
      ? {
          is: "fact",
          fact: role?.includes("参与") === true ? "standard_participation" : "led_standard",
        }
      : undefined,
};

/** "led or took part in making at least 1 standard": the count stands before what is counted. */
const counted: Pattern = {
  starts: /[作主牵负参]/,
  form: /(?:作为)?(主导或参与|主持或参与|牵头或参与|主导|牵头|主持|负责|参与)(?:起草|制定|制（修）订|制修订|修订|制订|编制)(?:、修订)?(?:过|了)?(?=(?:至少|不少于)?[\d一二三两]{1,2}项(?:及?以上)?(?:的)?(?:相关业务领域)?(?:的)?(?:国际|国家|行业|地方|团体)?(?:标准|、|或|和))/y,
  meaning: ([, role]) => ({
    is: "subject",
    of: role?.includes("参与") === true ? "standards" : "led_standards",
  }),
};

const bodies =
  "(?:企业技术中心|工程技术研究中心|工程技术中心|工程研究中心|工程实验室|重点实验室|技术创新中心|工业设计中心|制造业创新中心|产业创新中心|研发机构|研发平台|创新平台|科技创新平台|技术研发机构|科研机构|研究机构)";

const institution: Pattern = {
  starts: /[经国省市]/,
  form: new RegExp(
    `(?:经认定的)?(国家级?|省部级|省级?|市级?)${andOver}(?:${bodies}${joints}){1,5}(?:等研发机构|等创新平台|等研发平台)?`,
    "y",
  ),
  meaning: ([, level = ""]) => institutionOf(level),
};

/** "its R&D institution is recognised at municipal level or above": the level comes last. */
const institutionLevel: Pattern = {
  starts: /[研企]/,
  form: /(?:企业)?研发(?:机构|平台)(?:最高)?(?:级别|等级|层级|认定级别)?(?:须|应|需)?(?:达到|不低于|为|在)(国家级?|省部级|省级?|市级)(?:（含）)?(?:及以上|及其以上|以上)?/y,
  meaning: ([, level = ""]) => institutionOf(level),
};

function institutionOf(level: string): Word {
  if (level.startsWith("市"))
    return { is: "body", levels: ["municipal", "provincial", "national"] };
  if (level.startsWith("国")) return { is: "body", levels: ["national"] };
  return { is: "fact", fact: "rd_institution_prov_or_above" };
}

const staff: Pattern = {
  starts: /[大专本硕具]/,
  form: /(?:具有|具备)?(?:大学)?(大专|专科|本科|硕士|硕士研究生)(?:学历)?(?:及其?以上|以上)(?:学历|学位)*(?:的)?(?:科技人员|研发人员|专业技术人员|人员|职工|员工|人才)?(?:数|人数)?/y,
  meaning: ([, degree = ""]) => ({
    is: "subject",
    of: degree.startsWith("硕")
      ? "master_staff"
      : degree.startsWith("本")
        ? "bachelor_staff"
        : "college_staff",
  }),
};

const award: Pattern = {
  starts: /[国省]/,
  form: /(国家级?、省级|国家级?或者?省级?|国家级?和省级?|国家级?|省部级|省级?)(及以上|以上)?(?:的)?(?:科技|科学技术)(?:进步)?(?:奖励|奖)([一二三]等奖)?/y,
  meaning: ([, level = "", over, grade]) => ({
    is: "award",
    level: grade === undefined ? awardLevel(level, over !== undefined) : "graded",
  }),
};

function awardLevel(level: string, over: boolean): string {
  if (/国家.*省/.test(level)) return "nat_or_prov";
  if (level.startsWith("国家")) return "nat";
  return over || level === "省部级" ? "prov_or_above" : "prov";
}

/** "our district" and the like are words of the list, not names. */
function placeOf(area: string): Word | undefined {
  const named = !/^[本我全该在为是须应需]|[在于][本我全该]|企业|公司|单位/.test(area);
  return named ? { is: "area", area, own: false } : undefined;
}

const place: Pattern = {
  starts: /\p{Script=Han}/u,
  form: /((?:\p{Script=Han}{1,5}(?:省|市|区|县|新区|开发区)){1,3})(?:行政区域|行政区|辖区|范围|境)?内?(?:依法)?(?=(?:工商|登记|依法)?注册|登记注册)/uy,
  meaning: ([, area = ""]) => placeOf(area),
};

const books: Pattern = {
  starts: /[会财实采查]/,
  form: /(?:(?:会计|财务)(?:核算|制度)(?:健全|规范|完善)[、，]?(?:且|并)?)?(?:实行|实施|采用|采取)?查账征收(?:方式)?(?:(?:、|，|并|且|以及)*(?:能够|能|可以|可)?(?:准确|正确|单独)归集研[发究](?:开发)?(?:费用|支出|投入))?(?:(?:、|，|并|且|和|以及)+(?:依法|按规定|正常)?缴纳(?:企业)?所得税)?(?:的居民企业)?/y,
  meaning: () => ({ is: "fact", fact: "books_audited_collection" }),
};

const refusal: Pattern = {
  starts: /[一不暂也均]/,
  form: /(?:一律|均|也)?(?:不得|不能|不予|不再|不可|暂不|不应|不允许|不)(?:再)?(?:(?:给予|予以)?(?:申报|申请|推荐|受理|认定|支持|入库|评选|参评|评为|评定|立项|资助|奖励|扶持)(?:(?:和|或|或者|及|、)(?:复核|申报|申请|推荐|认定|入库|享受))?|(?:参加|参与)(?:本次|此次|本年度|本批)?(?:申报|评审|评选|认定|推荐)|(?:列为|列入|作为|纳入|成为|在|属于)(?:本次|本)?(?:申报|推荐|支持|认定|评选|培育|扶持|奖励|受理)(?:的)?(?:对象|范围|名单|主体|企业|之列))/y,
  meaning: () => ({ is: "mark", mark: "refuse" }),
};

/** "is not bound by the number of ...". */
const exemption: Pattern = {
  starts: /[可不]/,
  form: /(?:可以?)?不受[^，。；、（）\n]{1,14}?(?:的)?限制/y,
  meaning: () => ({ is: "mark", mark: "exempt" }),
};

/** "... may apply as well": another way in beside the one before. */
const another: Pattern = {
  starts: /[也亦]/,
  form: /[也亦]可(?=[，。；]|$)|[也亦]可以?(?:直接)?(?:申报|申请|推荐|纳入|认定|参与申报|参加申报|入库|列入|予以支持|参评)/y,
  meaning: () => ({ is: "mark", mark: "also" }),
};

/** "the others": everyone no band before has named. */
const others: Pattern = {
  starts: /[其除未没尚不]/,
  form: /(?:其他|其它|其余)(?:各)?(?:行业|领域|类型|类别|规模|类)?(?:内|的)?(?:中小|申报|申请)?(?:企业|公司|单位|主体)(?:的)?|除(?:此|上述)(?:情形|企业)?(?:之外|以外|外)(?:的)?(?:其他|其它)?(?:企业|单位)?|(?:未|没有|尚未)(?:获得|取得|拥有|入选|达到|获评|具备|满足|符合)(?:上述|该|此)?(?:称号|条件|资质|资格)?的(?:企业)?(?=，|不|应|须)|不(?:属于|符合)(?:上述|以上|该|前述|此)[^，。；\d]{0,8}的(?:企业)?(?=，|不|应|须)/y,
  meaning: () => ({ is: "mark", mark: "otherwise" }),
};

/** "only of renewals is it not asked". */
const unasked: Pattern = {
  starts: /[作做提不可免]/,
  form: /(?<=不对[^，。；\d]{2,10})[作做提]要求|(?:可以?)?(?:不再?|免予?)[作做提](?:考核|考查|硬性)?(?:此|该|本|上述|任何|硬性|具体|相关|这一){0,2}(?:项|条|款)?(?:条件|指标)?(?:的)?(?:硬性)?要求/y,
  meaning: () => ({ is: "mark", mark: "exempt" }),
};

/** "this indicator is not looked at". */
const unexamined: Pattern = {
  starts: /[不免可]/,
  form: /(?:可以?)?(?:不再?|免予?|免于)(?:作|做|予以?|进行)?(?:考察|考查|考核|审查|考虑)(?:该|本|此|上述|这一)?(?:项|条)?(?:指标|条件|要求)?/y,
  meaning: () => ({ is: "mark", mark: "exempt" }),
};

/** "first class: ...", "kind two: ...": the number of a band is no place in a ranking. */
const bandNumber: Pattern = {
  starts: /第/,
  form: /第[一二三四五六七八\d](?:档(?:次)?|类(?:别)?|种(?:情形|情况)?|等级|梯队|梯次|层次|组|级|批)(?:企业)?(?:为|是)?/y,
  meaning: () => ({ is: "filler" }),
};

/** "in three bands". */
const bandCount: Pattern = {
  starts: /[分按区]/,
  form: /(?:按照?[^，。；：\d]{1,10})?(?:分为|分成|分|区分|划分为)(?:以下|下列)?[两二三四五六\d](?:个)?(?:档|类|个档次|个等级|级|种情形|种情况|个梯队)(?:执行|设置|要求)?/y,
  meaning: () => ({ is: "filler" }),
};

/** "related to the main product". */
const related: Pattern = {
  starts: /[与和同]/,
  form: /[与和同](?:其|企业|公司|本企业|自身)?(?:的)?(?:主导|主要|主营|核心)(?:产品|业务)(?:（服务）|（或服务）|或服务|和服务)?(?:直接|密切|高度|紧密)?(?:相关|有关|关联)(?:联)?(?:的|且)?/y,
  meaning: () => ({ is: "filler" }),
};

/** "indicators of growth and of speciality score ...": the first of two named by one noun. */
const scored: Pattern = {
  starts: /[创成专]/,
  form: /(创新能力|成长性|专业化)(?:等)?(?:(?:[两三](?:类|项|个)(?:一级)?指标|(?:一级)?指标|方面)?(?:的)?(?:得分|分值|评分)|(?:指标)?(?=(?:、|和|及|与|以及)[^，。；\d]{0,18}(?:得分|分值|评分)))|(创新能力|成长性|专业化)(?:指标)?(?=(?:不低于|不少于|达到|须|应|在)[^，。；]{0,8}\d分)/y,
  meaning: ([, first, kind = first]) => ({
    is: "subject",
    of:
      kind === "创新能力"
        ? "innovation_score"
        : kind === "成长性"
          ? "growth_score"
          : "speciality_score",
  }),
};

const numbers: Readonly<Record<string, string>> = { 一: "1", 两: "2", 二: "2", 三: "3", 四: "4" };

/** "of the three, at least two": how many of the measures before are enough. */
const enough: Pattern = {
  starts: /[二两三四五2-5指条之中]/,
  form: /(?:[二两三四五2-5](?:项|个|类))?(?:指标|条件|数据)?(?:之)?中(?:的)?(?:至少|任意|任|其中|有|满足|达到|不少于){1,3}([一两二三四1-4])(?:项|个)(?:及)?(?:以上)?(?:指标|条件)?(?:的)?/y,
  meaning: ([, count = ""]) => ({ is: "some-of", count: numbers[count] ?? count }),
};

/** "by 2027 we mean to have 100 of them": what the office aims at is asked of nobody. */
const goal: Pattern = {
  starts: /[力计预目确到]/,
  form: /(?:力争|计划|预计|目标是|确保)[^，。；：\n]{0,12}20\d\d年[^。；\n]{0,120}|(?<=^|[。；\n])到20\d\d年(?:底|末)?[^。；\n]{0,120}/y,
  meaning: () => ({ is: "boilerplate" }),
};

/** "(工信部联企业〔2011〕300号)": the number of a document. */
const documentNumber: Pattern = {
  starts: /[\p{Script=Han}]/u,
  form: /\p{Script=Han}{1,8}[〔[（(]20\d\d[〕\])）]\d{1,4}号/uy,
  meaning: () => ({ is: "boilerplate" }),
};

/** "registered and doing business": years of business, not of registration. */
const business: Pattern = {
  starts: /[工依登注]/,
  form: /(?:工商|依法)?(?:登记注册|注册登记|注册|登记)(?:、|并|且|和|及)(?:依法|实际|正常|持续|连续)?(?:生产)?经营(?!范围|地|场所|异常)/y,
  meaning: () => ({ is: "subject", of: "operating" }),
};

/** "new applicants and renewals": everybody. */
const everyone: Pattern = {
  starts: /[新首申]/,
  form: /(?:新|首次)?(?:申报|申请|认定)(?:的)?(?:企业)?(?:和|、|或|及|以及)(?:申请|申报)?复核(?:的)?(?:企业)?/y,
  meaning: () => ({ is: "filler" }),
};

/** "... at least one of them" at the end of an enumeration; before a thing counted it is a number. */
const atLeastOne: Pattern = {
  starts: /至/,
  form: /(?<=.)至少(?:满足|符合|达到|具备)?一项(?:条件|指标|要求)?(?:的)?(?=[，。；：）]|$|即可|者|企业)/y,
  meaning: () => ({ is: "mark", mark: "one_of" }),
};

/** What a score is made of: named before it, asked for by nobody. */
const scoredBy: Pattern = {
  starts: /[企研知科]/,
  form: /(?:企业)?(?:研究开发组织管理水平|研发组织管理水平|知识产权|科技成果转化能力)[^，。；：\n\d]{0,48}等(?:[四4三3]项)?(?:评价)?指标(?=[^，。；\n]{0,8}得?分)/y,
  meaning: () => ({ is: "boilerplate" }),
};

const talent: Pattern = {
  starts: /[核团]/,
  form: /(?:核心)?(?:团队)?成员(?:中)?(?:含|有|包括|具有|拥有)(?:至少)?(?:一名|1名)?(?:青岛市)?D类(?:及)?以上(?:高层次)?人才(?:(?:[1一][名人](?:及?以上)?)?(?:，|、)?(?:或者?)(?:获得|获|含|有)?过?(?:山东)?省(?:级)?(?:科技|科学技术)(?:进步)?奖二等奖(?:及)?以上(?:奖励)?(?:获得者)?)?/y,
  meaning: () => ({ is: "fact", fact: "core_talent_d_class_or_prov_award2" }),
};

/** "the place of registration is in ...": any place, not only those of the word list. */
const seat: Pattern = {
  starts: /\p{Script=Han}/u,
  form: /(?<=(?:注册地|注册地址|登记地|住所|住所地|经营地|注册|经营)(?:均|都)?(?:须|应|需)?(?:在|位于|为))((?:\p{Script=Han}{1,5}?(?:省|市|区|县|新区|开发区)){1,3})(?:行政区域|辖区|范围|境)?内?/uy,
  meaning: ([, area = ""]) => placeOf(area),
};

/** "(not counting ... zone)": any place. */
const excluded: Pattern = {
  starts: /\p{Script=Han}/u,
  form: /(?<=不(?:含|包含|包括))(\p{Script=Han}{1,9}(?:区|市|县|镇|街道|园))(?=）|、|和|及)/uy,
  meaning: ([, area = ""]) => ({ is: "area", area, own: false }),
};

const patterns: readonly Pattern[] = [
  books,
  ...factPatterns,
  refusal,
  exemption,
  enough,
  goal,
  atLeastOne,
  everyone,
  documentNumber,
  business,
  others,
  unasked,
  unexamined,
  bandNumber,
  bandCount,
  related,
  scored,
  scoredBy,
  another,
  talent,
  counted,
  standard,
  institution,
  institutionLevel,
  staff,
  award,
  place,
  seat,
  excluded,
];

/** The named thing at `at`, or undefined. */
export function readPattern(text: string, at: number): PatternRead | undefined {
  const first = text.charAt(at);
  for (const { starts, form, meaning } of patterns) {
    if (!starts.test(first)) continue;
    form.lastIndex = at;
    const found = form.exec(text);
    const word = found === null ? undefined : meaning(found);
    if (found !== null && word !== undefined) return { end: at + found[0].length, meaning: word };
  }
  return undefined;
}
