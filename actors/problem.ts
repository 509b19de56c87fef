import type { AspectReason } from './conversation/aspects'

/** The ways a request can fail, each with one sentence for a person. */
export type ProblemCode =
  | 'invalid'
  | 'unknown'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'limited'
  /** Of files alone: more than is taken, of a kind that is not, and no room left for it. */
  | 'tooLarge'
  | 'unsupported'
  | 'full'

/** What a person can be told. The words are in `views/words`. */
export type Reason =
  | 'writeFirst'
  | 'textTooLong'
  | 'textNotValid'
  | 'nameTooLong'
  | 'nameMissing'
  | 'emailNotValid'
  | 'emailNeeded'
  | 'answerMissing'
  | 'answerNotAsked'
  | 'answerNotLike'
  | 'answerNotNumber'
  | 'phoneNotValid'
  | 'consentMissing'
  | 'consentChanged'
  | 'keyNotValid'
  | 'keyTaken'
  | 'labelMissing'
  | 'optionsMissing'
  | 'tooManyFields'
  | 'tooManyOptions'
  | 'tooManyQuestions'
  | 'emailTaken'
  | 'accountUnknown'
  | 'accountOther'
  | 'accountDisabled'
  | 'lastAdmin'
  | 'fieldNotValid'
  | 'fieldUnknown'
  | 'departmentUnknown'
  | 'departmentTaken'
  | 'passwordTooShort'
  | 'passwordTooLong'
  | 'passwordNotValid'
  | 'signInWrong'
  | 'signInFirst'
  | 'notYours'
  | 'notAllowed'
  | 'crossSite'
  | 'cookiesBlocked'
  | 'linkUsed'
  | 'already'
  | 'missing'
  | 'chatEnded'
  | 'chatOpen'
  | 'otherText'
  | 'otherAuthor'
  | 'entryNotYours'
  | 'entryTooOld'
  | 'entryWithdrawn'
  | 'cardAnswered'
  | 'cardButtonMissing'
  | 'cardButtonUnknown'
  | 'cardFieldMissing'
  | 'cardTitleMissing'
  | 'linkNotValid'
  | 'colleagueWrote'
  | 'tooManyScheduled'
  | 'scheduledGone'
  | 'answersUnknown'
  | 'answersInside'
  | 'emojiNotValid'
  | 'tooManyReactions'
  | 'notInThisState'
  | 'alreadyTaken'
  | 'atCapacity'
  | 'goOnDuty'
  | 'agentAbsent'
  | 'agentAtCapacity'
  | 'agentUnknown'
  | 'agentIsSelf'
  | 'agentCannotReply'
  | 'ratingTwice'
  | 'neverAnswered'
  | 'tooFast'
  | 'tooManySignIns'
  | 'busy'
  | 'installDone'
  | 'tokenWrong'
  | 'parked'
  | 'blocked'
  | 'mergesItself'
  | 'mergesIntoNone'
  | 'mergedAlready'
  | 'mergeIsOld'
  | 'splitsNowhere'
  | 'splitIsOld'
  | 'networkNotValid'
  | 'addressUnknown'
  | 'durationNotValid'
  | 'timeNotValid'
  | 'selectFirst'
  | 'viewsFull'
  | 'numberNotValid'
  | 'linesNotValid'
  | 'remarkUnknown'
  | 'changedMeanwhile'
  | 'stillNeeded'
  | 'gapLeft'
  | 'variableUnknown'
  | 'codeNotValid'
  | 'codeTaken'
  | 'tooManyCanned'
  | 'departmentMissing'
  | 'macroTaken'
  | 'tooManyMacros'
  | 'macroEmpty'
  | 'macroEndsEarly'
  | 'macroAsks'
  | 'macroActNotValid'
  | 'cannedUnknown'
  | 'rowNotValid'
  | 'originNotValid'
  | 'originsTooMany'
  | 'colorNotValid'
  | 'identityOff'
  | 'identityNotValid'
  | 'identityExpired'
  | 'identityAudience'
  | 'identityUsed'
  | 'searchDate'
  | 'searchHas'
  | 'searchStatus'
  | 'searchAgent'
  | 'searchDepartment'
  | 'fileTooLarge'
  | 'filesTooLarge'
  | 'fileType'
  | 'fileEmpty'
  | 'filesGoNow'
  | 'imageTooLarge'
  | 'tooManyFiles'
  | 'fileNotSaved'
  | 'fileLinkExpired'
  | 'avatarNotValid'
  | 'avatarTooLarge'
  | 'passwordWrong'
  | 'pushNotValid'
  | 'tooManyAttributes'
  | 'notANumber'
  | 'notYesOrNo'
  | 'notADate'
  | 'visitorTalks'
  | 'invitationDeclined'
  | 'patternNotValid'
  | 'tooManyTriggers'
  | AspectReason

/**
 * Why something was not done. `values` fill the blanks of its words; `field` names the input at
 * fault; `retryAfter` is in seconds. It is returned, never thrown.
 */
export class Problem {
  readonly code: ProblemCode
  readonly reason: Reason
  readonly values: Readonly<Record<string, string | number>>
  readonly field: string | undefined
  readonly retryAfter: number | undefined

  constructor(
    code: ProblemCode,
    reason: Reason,
    more: {
      values?: Record<string, string | number>
      field?: string
      retryAfter?: number
    } = {},
  ) {
    this.code = code
    this.reason = reason
    this.values = more.values ?? {}
    this.field = more.field
    this.retryAfter = more.retryAfter
  }
}

export const isProblem = (outcome: unknown): outcome is Problem => outcome instanceof Problem
