/** What a desk that was just set up is asked to look at, in this order. */
export const firstSteps = ['departments', 'people', 'hours', 'texts', 'widget', 'mail'] as const
export type FirstStep = (typeof firstSteps)[number]

/** Setting under which it is kept that they are still to be shown: from when the desk was set up until they are put away. */
export const FIRST_STEPS = 'first-steps'
