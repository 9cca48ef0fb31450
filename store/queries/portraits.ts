/**
 * Scores, labels and read-model columns from the measures, by sets: the same statements make one portrait or all.
 *
 * What has not changed is not written: `computed_at` is when a portrait last changed, and a nightly run over a district
 * where one enterprise in a hundred moved writes one row in a hundred.
 */
import type { PoolClient } from "../pool.ts";
import {
  appliesExpression,
  evidenceExpression,
  figureText,
  knownWeight,
  presentShare,
  quote,
  reasonExpression,
  shareExpression,
  templateExpression,
  verdictExpression,
} from "./portrait-expressions.ts";
import type { LabelRule, LabelRules, ScoreRules } from "./portrait-rules.ts";

/** A group of peers smaller than this says nothing about a place among them. */
const fewestPeers = 20;
const twentieths = Array.from({ length: 19 }, (_, place) => ((place + 1) / 20).toFixed(2));

const partValues = ({ parts }: ScoreRules): string =>
  parts.map(({ id, measure }) => `(${quote(id)}, m.${measure})`).join(", ");

/**
 * Rebuilds the spread of every part among peers. Only with measures of all enterprises, and only together with all of their
 * portraits or lists of them: the places that they tell are places among these.
 */
export async function rebuildScorePeers(client: PoolClient, rules: ScoreRules): Promise<void> {
  await client.query("delete from score_peers");
  await client.query(`
    insert into score_peers (section, size_class, part, peers, cuts)
    select section, size_class, part, count(*), percentile_disc(array[${twentieths.join(", ")}]) within group (order by value)
    from portrait_measures m cross join lateral (values ${partValues(rules)}) as parts(part, value)
    where value is not null and section is not null and size_class is not null
    group by section, size_class, part having count(*) >= ${fewestPeers}`);
}

/** @returns how many portraits are new or other than before. */
export async function writePortraits(
  client: PoolClient,
  score: ScoreRules,
  labels: LabelRules,
): Promise<number> {
  const { rowCount } = await client.query(`
    insert into portraits as old (credit_code, town_code, zone_code, score, score_version, score_parts, explanation,
      labels, trend, label_completion, completeness, ip_right_count, title_count, latest_year, latest_revenue, computed_at)
    ${portraitRows(score, labels)}
    on conflict (credit_code) do update set ${portraitColumns.map((column) => `${column} = excluded.${column}`).join(", ")},
      computed_at = excluded.computed_at
    where (${portraitColumns.map((column) => `old.${column}`).join(", ")})
      is distinct from (${portraitColumns.map((column) => `excluded.${column}`).join(", ")})`);
  return rowCount ?? 0;
}

const portraitColumns = [
  "town_code",
  "zone_code",
  "score",
  "score_version",
  "score_parts",
  "explanation",
  "labels",
  "trend",
  "label_completion",
  "completeness",
  "ip_right_count",
  "title_count",
  "latest_year",
  "latest_revenue",
];

function portraitRows(score: ScoreRules, labels: LabelRules): string {
  const { trend, expected } = score;
  return `with weighed as materialized (
      select *, (${knownWeight(score.parts)})::numeric as known_weight from portrait_measures m
    ), parts as materialized (${partRows(score)}), summed as (${sums(score)})
    select m.credit_code, m.town_code, m.zone_code, case when summed.total > 100 then 100 else summed.total end, ${quote(score.version)},
      coalesce(summed.parts, '[]'), ${explanation(score)}, ${labelArray(labels)},
      case when m.growth_last is null then 'UNKNOWN' when m.growth_last >= ${trend.risingFrom} then 'RISING'
        when m.growth_last <= ${trend.fallingTo} then 'FALLING' else 'STEADY' end,
      ${completion(labels)},
      case m.kind when 'COMPANY' then ${presentShare(expected.COMPANY)} else ${presentShare(expected.OTHERS)} end,
      m.ip_count::int, m.title_count::int, m.latest_year::int, m.latest_revenue, now()
    from weighed m left join summed on summed.credit_code = m.credit_code
    order by m.credit_code`;
}

function explanation({ sentences, parts }: ScoreRules): string {
  const names = (known: boolean) => {
    const each = parts.map(
      ({ nameZh, measure }) =>
        `case when m.${measure} is ${known ? "not " : ""}null then ${quote(nameZh)} end`,
    );
    return `nullif(concat_ws(${quote(sentences.listSeparator)}, ${each.join(", ")}), '')`;
  };
  const unknowns = templateExpression(sentences.unknown, () => names(false));
  const knowns = templateExpression(sentences.known, () => names(true));
  const listed = (first: string) =>
    `concat_ws(${quote(sentences.separator)}, ${first}, ${unknowns})`;
  const scored = templateExpression(sentences.scored, (name) =>
    name === "score" ? figureText("least(100, summed.total)") : listed("summed.phrases"),
  );
  const unscored = templateExpression(sentences.unscored, () => listed(knowns));
  return `case when summed.credit_code is null then ${unscored} else ${scored} end`;
}

/**
 * One row per part of each enterprise of which enough is known (the others need none: most entities are shops). The
 * contribution is rounded here, so that what is shown adds up to the score. Stored figures have no zeros at their end: 25
 * and 25.0 are one number to some readers of JSON and two texts to others.
 */
function partRows({ parts, minimumKnownWeight }: ScoreRules): string {
  const rows = parts.map(
    ({ id, nameZh, unit, measure, weight, points }, place) =>
      `(${place}, ${quote(id)}, ${quote(nameZh)}, ${quote(unit)}, ${weight}, m.${measure}, ${shareExpression(`m.${measure}`, points)})`,
  );
  return `select m.credit_code, m.section, m.size_class, part.*,
      round(part.share * part.weight * 100 / m.known_weight, 1) as contribution
    from weighed m
    cross join lateral (values ${rows.join(", ")}) as part(place, id, name, unit, weight, value, share)
    where m.known_weight >= ${minimumKnownWeight}`;
}

function sums({ sentences }: ScoreRules): string {
  const phrase = templateExpression(sentences.part, (name) => {
    if (name === "value") return figureText("parts.value");
    return name === "contribution" ? figureText("parts.contribution") : `parts.${name}`;
  });
  return `select parts.credit_code, sum(parts.contribution) as total,
      jsonb_agg(jsonb_build_object('part', parts.id, 'nameZh', parts.name, 'value', trim_scale(round(parts.value, 4)), 'unit', parts.unit,
        'weight', parts.weight, 'share', trim_scale(round(parts.share, 4)),
        'contribution', trim_scale(parts.contribution), 'peers', peers.peers,
        'percentile', width_bucket(parts.value, peers.cuts) * 5) order by parts.place) as parts,
      string_agg(${phrase}, ${quote(sentences.separator)} order by parts.contribution desc, parts.place)
        filter (where parts.value is not null) as phrases
    from parts left join score_peers peers
      on peers.section = parts.section and peers.size_class = parts.size_class and peers.part = parts.id
    group by parts.credit_code`;
}

function labelArray({ labels }: LabelRules): string {
  const items = labels.map(
    (rule) =>
      `case when ${appliesExpression(rule)} and ${verdictExpression(rule)} then ${quote(rule.label)} end`,
  );
  return `array_remove(array[${items.join(", ")}]::text[], null)`;
}

/** Share of the labels asked that could be decided; some are asked of everybody, so there is always one. */
function completion({ labels }: LabelRules): string {
  const asked = labels.map((rule) => `(${appliesExpression(rule)})::int`);
  const decided = labels.map(
    (rule) => `(${appliesExpression(rule)} and ${verdictExpression(rule)} is not null)::int`,
  );
  return `round((${decided.join(" + ")})::numeric / (${asked.join(" + ")}), 4)`;
}

/**
 * Labels with their reasons, after the portraits: reasons are worded for the labels that stand and for no others (a row
 * per enterprise and rule took three times as long). @returns how many rows were added, changed or removed.
 */
export async function writeLabels(client: PoolClient, rules: LabelRules): Promise<number> {
  const byLabel = (value: (rule: LabelRule) => string) =>
    `case l.label ${rules.labels.map((rule) => `when ${quote(rule.label)} then ${value(rule)}`).join(" ")} end`;
  const removed = await client.query(`
    delete from enterprise_labels l using portrait_measures m, portraits p
    where m.credit_code = l.credit_code and p.credit_code = l.credit_code and l.label <> all(p.labels)`);
  const written = await client.query(`
    insert into enterprise_labels as old (credit_code, town_code, zone_code, label, category, reason, evidence, rule_version)
    select m.credit_code, m.town_code, m.zone_code, l.label, ${byLabel(({ category }) => quote(category))},
      ${byLabel(reasonExpression)}, ${byLabel(evidenceExpression)}, ${quote(rules.version)}
    from portrait_measures m join portraits p on p.credit_code = m.credit_code cross join lateral unnest(p.labels) as l(label)
    order by m.credit_code
    on conflict (credit_code, label) do update set town_code = excluded.town_code, zone_code = excluded.zone_code,
      category = excluded.category, reason = excluded.reason, evidence = excluded.evidence,
      rule_version = excluded.rule_version, computed_at = now()
    where (old.town_code, old.zone_code, old.category, old.reason, old.evidence, old.rule_version) is distinct from
      (excluded.town_code, excluded.zone_code, excluded.category, excluded.reason, excluded.evidence, excluded.rule_version)`);
  return (removed.rowCount ?? 0) + (written.rowCount ?? 0);
}

/** The columns of `enterprises` that work lists sort and filter by. @returns how many enterprises changed. */
export async function writeReadModel(client: PoolClient): Promise<number> {
  const { rowCount } = await client.query(`
    update enterprises e set score = p.score, library_kinds = m.library_kinds, title_kinds = m.title_kinds, in_library = m.in_library
    from portrait_measures m join portraits p on p.credit_code = m.credit_code
    where e.credit_code = m.credit_code and (e.score, e.library_kinds, e.title_kinds, e.in_library)
      is distinct from (p.score, m.library_kinds, m.title_kinds, m.in_library)`);
  return rowCount ?? 0;
}

/** Of these enterprises those of which this transaction has written portrait, labels or columns of lists. */
export async function portraitsWritten(
  client: PoolClient,
  codes: readonly string[],
): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    ["portraits", "enterprise_labels", "enterprises"]
      .map(
        (table) =>
          `select credit_code as code from ${table} where credit_code = any ($1) and xmin = pg_current_xact_id()::xid`,
      )
      .join(" union "),
    [codes],
  );
  return rows.map(({ code }) => code);
}
