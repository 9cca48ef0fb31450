/** Answers to held and interrupted imports, and imports taken back. */
import { assertDistrictOfficer } from "../../domain/access/assert-district-officer.ts";
import { abandonImport } from "../../intake/abandon-import.ts";
import { rejectImport } from "../../intake/release-import.ts";
import { importerOf } from "../../intake/thread/importer.ts";
import { undoImport } from "../../intake/undo-import.ts";
import type { MutationReleaseImportArgs as RunArgs } from "../../schema/generated/types.ts";
import { type EngineContext, type Mutations, nodeRef, type Payload } from "../engine-language.ts";
import { readNodeKey } from "../read-node-key.ts";

type Act = (runId: string, context: EngineContext) => Promise<unknown>;

/** Officers of the district alone; the payload shows the run as it is afterwards. */
const onRun =
  (act: Act) =>
  async ({ input }: RunArgs, context: EngineContext): Promise<Payload> => {
    assertDistrictOfficer(context.principal, { zh: "处理导入", en: "answer for imports" });
    const runId = readNodeKey("ImportRun", input.id);
    await act(runId, context);
    return { importRun: nodeRef("ImportRun", runId) };
  };

export const heldRunMutations = {
  releaseImport: onRun((runId, { pool, principal }) =>
    importerOf(pool).releaseImport({ runId, by: principal.subject }),
  ),
  rejectImport: onRun((runId, { pool, principal }) => rejectImport(pool, runId, principal.subject)),
  abandonImport: onRun((runId, { pool, principal }) =>
    abandonImport(pool, runId, principal.subject),
  ),
  undoImport: onRun((runId, { pool, principal }) =>
    undoImport({ pool, runId, by: principal.subject }),
  ),
} satisfies Mutations;
