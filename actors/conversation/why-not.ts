/** Why something is not done: the reason's sentence, its field, what fills its blanks. */
export type WhyNot<Reason extends string> = {
  refused: Reason
  code: 'invalid' | 'conflict'
  field: string
  values: Readonly<Record<string, string | number>>
}

/** Says why: `code` is invalid for what can never be, conflict for what cannot be now. */
export const whyNot = <const Reason extends string>(
  refused: Reason,
  code: 'invalid' | 'conflict',
  field: string,
  values: WhyNot<Reason>['values'] = {},
): WhyNot<Reason> => ({ refused, code, field, values })
