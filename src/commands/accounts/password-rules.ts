import { limits } from '../../../actors/limits'
import { Problem } from '../../../actors/problem'

/** Length is what makes a password strong (NIST SP 800-63B-4); nothing else is asked of it. */
export const passwordProblem = (password: string): Problem | null => {
  const length = [...password].length
  const field = 'password'
  if (length < limits.passwordMin)
    return new Problem('invalid', 'passwordTooShort', {
      field,
      values: { limit: limits.passwordMin, count: length },
    })
  if (length > limits.password)
    return new Problem('invalid', 'passwordTooLong', { field, values: { limit: limits.password } })
  return null
}
