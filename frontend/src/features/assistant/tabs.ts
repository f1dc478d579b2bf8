export const assistantTabs = ['knows', 'unanswered'] as const;

export type AssistantTab = (typeof assistantTabs)[number];
