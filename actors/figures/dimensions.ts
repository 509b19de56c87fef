/** By what figures are told apart and narrowed. A conversation has one of each, and of tags any number. */
export const dimensions = [
  'department',
  'agent',
  'tag',
  'language',
  'source',
  'country',
  'device',
  'rating',
  'ending',
] as const
export type Dimension = (typeof dimensions)[number]
