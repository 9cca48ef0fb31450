/** Judges one enterprise by one pack: the pure twin of the set-based SQL, equal to it on every record. */
import type { Catalogue } from "./catalogue.ts";
import type { Inputs } from "./inputs.ts";
import { classifySize } from "./judge/classify-size.ts";
import { judgeRules } from "./judge/judge-rules.ts";
import type { Pack, SizePack } from "./pack.ts";
import type { Verdict } from "./verdict.ts";
import { applyOverlays } from "./version/apply-overlays.ts";
import { waysToPass } from "./ways/ways-to-pass.ts";

const open: Verdict = {
  pass: "unknown",
  total: null,
  points: {},
  category: {},
  ranges: {},
  direct_pass: [],
  excluded_by: [],
  failed: [],
  unknown: [],
  presumed: [],
  waysToPass: [],
  progress: 0,
};

/**
 * The verdict on `inputs`. With `asOf` (a day, `YYYY-MM-DD`) the notices in force on it are laid over the pack; whether
 * the pack itself governs that day is not asked here (see version/choose-version.ts). Of a disabled pack every verdict
 * is unknown. The catalogue gives the words for the ways to pass.
 */
export function judge(pack: Pack, inputs: Inputs, catalogue: Catalogue, asOf?: string): Verdict {
  if (pack.status === "disabled") return open;
  if (pack.kind === "size") return judgeSize(pack, inputs);
  const { verdict, context } = judgeRules(applyOverlays(pack, asOf), inputs);
  return { ...verdict, waysToPass: verdict.pass === true ? [] : waysToPass(context, catalogue) };
}

/** An enterprise "passes" a size standard when it is an SME. */
function judgeSize(pack: SizePack, inputs: Inputs): Verdict {
  const size = classifySize(pack, inputs);
  return {
    ...open,
    pass: size.isSme,
    failed: size.isSme === false ? ["is_sme"] : [],
    unknown: size.missing,
    progress: size.isSme === true ? 100 : 0,
    class: size.class,
    is_sme: size.isSme,
  };
}
