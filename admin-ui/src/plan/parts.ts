export const planParts = ["units", "tasks", "indicators", "funding-sources", "obligations", "calendar-days"] as const;
export type PlanPart = (typeof planParts)[number];

export const isPart = (name: string): name is PlanPart => planParts.some((part) => part === name);
