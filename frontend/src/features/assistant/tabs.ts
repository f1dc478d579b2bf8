export const assistantTabs = ['knows', 'unanswered', 'replies', 'voice'] as const;

export type AssistantTab = (typeof assistantTabs)[number];
