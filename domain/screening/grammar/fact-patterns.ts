/**
 * Yes/no conditions whose words stand in many orders: who the applicant is, how rights were come by, what a product is
 * certified for. Each pattern is anchored where it stands and bounded in length.
 */
import type { Word } from "./word.ts";

interface FactPattern {
  readonly starts: RegExp;
  readonly form: RegExp;
  readonly meaning: () => Word;
}

const fact = (starts: RegExp, fact: string, form: RegExp): FactPattern => ({
  starts,
  form,
  meaning: () => ({ is: "fact", fact }),
});

const abroad = "(?:（不(?:含|包括)港、?澳、?台(?:地区)?）)?";
const settled =
  "(?:依法|工商|登记|注册|设立|成立|办理|内|的|、|，|并|且|及|和|或|经营|满一年以上){1,9}";
const legalPerson =
  "(?:具有|具备|为|拥有)?(?:中国|我国)?(?:独立(?:的)?(?:企业)?法人|企业法人|法人)(?:资格|企业|主体|单位)?";

/** "compliant, tax-paying, of good credit": said of the applicant beside its registration in the province. */
const inGoodCredit =
  "(?:(?:的)?(?:企业)?[，、](?:且|并)?(?:依法)?(?:诚信)?(?:经营|纳税)(?:、|及|和|与)?(?:纳税|依法纳税)?(?:、|及|和|与)?(?:社会)?信用(?:情况|状况|记录)?良好)?";

export const factPatterns: readonly FactPattern[] = [
  fact(
    /[在中我境]/,
    "registered_in_mainland_legal_person",
    new RegExp(
      `(?:在)?(?:中华人民共和国|中国(?:大陆)?|我国)?(?:(?<![市省区县州圳岛])境内|大陆境内)${abroad}${settled}${legalPerson}`,
      "y",
    ),
  ),
  fact(
    /[在山]/,
    "registered_in_shandong_legal_person",
    new RegExp(
      `(?:在)?山东省(?:境|行政区域|区域|范围)?内?${settled}(?:[，、])?(?:经营(?:、|及)?(?:依法)?纳税(?:及|和|、)?信用(?:情况|状况)?良好的)?${legalPerson}${inGoodCredit}`,
      "y",
    ),
  ),
  fact(
    /[不研税税加所在]/,
    "industry_excluded_from_rd_super_deduction",
    /(?:研[发究](?:开发)?费用)?(?:税前)?加计扣除(?:政策)?(?:规定的|的)?(?:不适用|负面清单|排除)(?:的)?行业|不适用(?:研[发究](?:开发)?费用)?(?:税前)?加计扣除(?:政策)?(?:规定)?(?:的)?行业/y,
  ),
  fact(
    /[仅只全均知核]/,
    "ip_only_acquired",
    /(?:知识产权|核心知识产权)?(?:仅|只|全部|均)(?:有|是|为|通过|由|以|来自|来源于)*(?:(?:受让|受赠|并购|转让|购买)(?:、|和|或|及|等){0,2}){1,4}(?:方式|途径)?(?:取得|获得|所得)?(?:的)?(?:知识产权)?/y,
  ),
  fact(
    /[知含有包]/,
    "ip_has_self_developed",
    /(?:知识产权(?:获得方式|取得方式|来源)?)?(?:中|须|应|需|应当|至少|必须)*(?:含有|包含|包括|含|有)(?:1项以上|至少1项)?(?:通过)?(?:企业)?自主研发(?:取得|获得|形成)(?:的)?(?:成果|知识产权)?|知识产权(?:获得方式|取得方式)(?:中|须|应|需|应当|必须)*(?:含有|包含|包括|含|有)自主研发/y,
  ),
  fact(
    /[在实已应并且得]/,
    "class1_applied_with_benefit",
    /(?:并|且|已|已经|得到|在[^，。；\d]{1,8}中|实际){0,4}应用(?:于(?:主导产品|生产|实际生产))?(?:、|，)?(?:并|且|并且|和|及)?(?:已|已经)?(?:产生|取得|形成|带来)(?:了)?(?:一定|良好|显著|较好)?(?:的)?(?:经济)?效益/y,
  ),
  fact(
    /[省国]/,
    "quality_award_prov",
    /(?:省级?|省部级|国家级?(?:或|、|和)省级)(?:（含）)?(?:及其?以上|以上|或以上)?(?:的)?(?:政府)?质量奖(?:项)?(?:荣誉|奖项|称号)?/y,
  ),
  fact(
    /[通产获取]/,
    "product_cert_developed_region",
    /(?:主导|主要)?产品?(?:已)?(?:通过|获得|取得)(?:了)?发达国家(?:和|或|、|及|与)?(?:发达)?地区(?:的)?(?:相关|权威机构|权威)?(?:的)?(?:产品)?认证/y,
  ),
  fact(
    /[私]/,
    "private_funding_received",
    /私募(?:股权)?(?:融资|投资)(?:，|、)?(?:且|并)?(?:融资)?(?:资金|款项|投资款|实缴资金)(?:已|已经|均已|全部)?(?:实际)?(?:到账|到位|实缴)/y,
  ),
  fact(
    /[国垄]/,
    "in_gazelle_excluded_industry",
    /国有(?:资本)?(?:占主(?:要|导)地位的)?垄断(?:行业)?(?:、|和|以及|及|或)(?:(?:房地产(?:开发)?|基础设施(?:建设)?|金融(?:服务)?)(?:业|类|行业)?(?:、|和|以及|及|或)?){3}(?:等)?(?:业|领域|行业)?/y,
  ),
  fact(
    /[当年瞪申通]/,
    "in_gazelle_industry_scope",
    /(?:当年度?|年度|本年度)?(?:山东省)?瞪羚(?:企业)?(?:申报|认定)?(?:通知)?(?:规定|确定|明确)?(?:的)?(?:支持|申报)(?:的)?(?:领域|范围|行业)|(?:当年度?|本年度)(?:申报)?(?:通知)?(?:规定|确定|明确)的(?:支持|申报)(?:的)?领域/y,
  ),
  fact(
    /[隐1十支]/,
    "in_hidden_unicorn_tracks",
    /(?:隐形独角兽(?:企业)?)?(?:14|十四)[个大条]?(?:重点|支持|细分|优势|指定)?(?:的)?(?:支持)?赛道(?:之一)?|隐形独角兽(?:企业)?(?:支持|重点)赛道/y,
  ),
  fact(/[1有]/, "own_brand", /(?:拥有|具有|有)?(?:1个|一个|1项|一项)(?:及?以上)(?:的)?自主品牌/y),
  fact(
    /[专小]/,
    "holding_company_subsidiary",
    /(?:专精特新)?小巨人企业(?:直接)?(?:的)?控股(?:的)?(?:子公司|公司|企业)/y,
  ),
  fact(
    /[在主补产关]/,
    "fills_chain_gap",
    /补短板(?:、|，|和|或)?锻长板(?:、|，|和|或)?(?:填|填补)(?:国内|国际)?空白/y,
  ),
];
