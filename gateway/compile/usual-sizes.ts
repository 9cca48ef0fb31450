/**
 * Page sizes that people ask for. A variable that has one of them shapes the plan, so that the statement can hold the number
 * (docs/decisions/0425); any other is a parameter, for two hundred sizes would be two hundred plans.
 */
export const usualSizes: ReadonlySet<unknown> = new Set([5, 10, 20, 50, 100, 200]);
