import { Problem } from '../../../actors/problem'
import { gapsIn, isVariable } from '../../../actors/text/template'

/** Why words do not go to a visitor: a place in them is open. Null for what has none. */
export const gapProblem = (text: string): Problem | null => {
  const [gap] = gapsIn(text)
  if (!gap) return null
  const isUnknown = gap.kind === 'variable' && !isVariable(gap.name)
  return new Problem('invalid', isUnknown ? 'variableUnknown' : 'gapLeft', {
    field: 'text',
    values: { gap: gap.raw },
  })
}
