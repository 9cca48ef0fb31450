/** The routes of files: bodies as they come, in a scope of their own, since the graph reads JSON alone. */
import type { FastifyInstance } from "fastify";

import { registerImportRoute } from "./import-route.ts";
import { registerQuarantineRoute } from "./quarantine-route.ts";
import type { UploadRouteOptions } from "./upload-options.ts";

export async function registerUploads(
  app: FastifyInstance,
  options: UploadRouteOptions,
): Promise<void> {
  await app.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", (_request, body, parsed) => parsed(null, body));
    registerImportRoute(scope, options);
    registerQuarantineRoute(scope, options);
    done();
  });
}
