/** Why nobody is erased, nothing is held or masked, and what was not agreed to. */
export type ErasingReason =
  | 'consentMissing'
  | 'consentChanged'
  | 'agreeFirst'
  | 'someoneUnknown'
  | 'confirmOther'
  | 'legallyHeld'
  | 'accountKept'
  | 'reasonMissing'
  | 'nothingHeld'
  | 'patternNotValid'
