/** Why somebody is away, as colleagues read it; anything else they say in their own words. */
export const awayReasons = ['break', 'lunch', 'meeting', 'training', 'task'] as const
export type AwayReason = (typeof awayReasons)[number]

/** Whether it is one of the list, whose words are the reader's language's. */
export const isAwayReason = (reason: string): reason is AwayReason =>
  (awayReasons as readonly string[]).includes(reason)
