import type { limits as desk } from '../actors/limits'

type Limits = typeof desk

/** The desk's own limits, for forms. Their types hold the figures, so they cannot drift. */
export const limits: Pick<Limits, 'name' | 'email' | 'comment' | 'passwordMin' | 'password'> = {
  name: 60,
  email: 254,
  comment: 1000,
  passwordMin: 15,
  password: 1024,
}

/** `maxlength` counts UTF-16 units and an emoji is two: lets through all that may be right. */
export const units = (codePoints: number): number => codePoints * 2
