/** How soon a conversation wants an answer, from what can wait to what cannot. */
export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]
