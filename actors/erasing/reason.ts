/** Why nobody is erased, nothing is held, or nothing is masked. */
export type ErasingReason =
  | 'someoneUnknown'
  | 'confirmOther'
  | 'legallyHeld'
  | 'reasonMissing'
  | 'nothingHeld'
  | 'patternNotValid'
