/** Writes about alerts: one call of an engine each. */
import { handleAlert } from "../../cultivation/handle-alert.ts";
import { recordFollowUp } from "../../cultivation/record-follow-up.ts";
import { GoldseedError } from "../../domain/errors.ts";
import { parseGlobalId } from "../../lib/global-id.ts";
import type {
  MutationHandleAlertArgs,
  MutationRecordFollowUpArgs,
} from "../../schema/generated/types.ts";
import { type Mutations, nodeRef } from "../engine-language.ts";

export const alertMutations = {
  handleAlert: async ({ input }: MutationHandleAlertArgs, { pool, principal }) => {
    const { alert, ...step } = input;
    const key = alertKey(alert);
    await handleAlert(pool, principal, { ...step, ...key });
    return { alert: nodeRef("Alert", key.creditCode, key.id) };
  },
  recordFollowUp: async ({ input }: MutationRecordFollowUpArgs, { pool, principal }) => {
    const { alert, ...rest } = input;
    const alertId = alert === null || alert === undefined ? null : alertKey(alert).id;
    const id = await recordFollowUp(pool, principal, { ...rest, alertId });
    return {
      followUp: nodeRef("FollowUp", input.creditCode, id),
      enterprise: nodeRef("Enterprise", input.creditCode),
    };
  },
} satisfies Mutations;

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An id of another type is answered as one that does not exist. */
function alertKey(globalId: string) {
  const parsed = parseGlobalId(globalId);
  const [creditCode, id] = parsed?.type === "Alert" ? parsed.key : [];
  if (creditCode !== undefined && id !== undefined && uuid.test(id)) return { creditCode, id };
  throw new GoldseedError(
    "NOT_FOUND",
    "未找到该预警，或不在您的辖区内 / It does not exist or lies outside your areas. 请核对编号 / Check the identifier.",
  );
}
