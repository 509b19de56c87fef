import type { FirstStep } from '../../../actors/first-steps'

export type FirstStepsView = {
  steps: readonly { step: FirstStep; done: boolean }[]
  /** Whether they stand in the menu. */
  isShown: boolean
}
