/** Whether `npm start` or `npm run` began this process, through a shell that stands between them. */
export function isRunByNpm(env: Readonly<NodeJS.ProcessEnv> = process.env): boolean {
  return env["npm_lifecycle_event"] !== undefined;
}
