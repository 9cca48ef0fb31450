/**
 * Tells the editor where its background workers are: three files beside this script, so that nothing comes from
 * another host. The package's own `setup-workers/*` entries fit Vite, webpack and a public CDN, not esbuild.
 */
const workerFiles: Readonly<Record<string, string>> = {
  json: JSON_WORKER,
  graphql: GRAPHQL_WORKER,
};

export function installWorkers(): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker: (_id: string, label: string): Worker =>
        new Worker(new URL(workerFiles[label] ?? EDITOR_WORKER, import.meta.url), {
          type: "module",
          name: label,
        }),
    },
  });
}
