/** The body of every answer that is not 2xx (section 2). A gateway in between may send something else. */
import { z } from "zod";

export const errorBodySchema = z.looseObject({
  error: z.looseObject({
    code: z.string().max(100),
    message: z.string(),
    requestId: z.string(),
    retryable: z.boolean(),
    details: z.looseObject({}),
  }),
});
export type ErrorBody = z.infer<typeof errorBodySchema>;
