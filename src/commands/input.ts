import { z } from 'zod'
import { holding } from '../../actors/holds'
import { limits } from '../../actors/limits'
import type { Reason } from '../../actors/problem'
import { shownName } from '../../actors/text/names'
import { codePoints, hasVisible } from '../../actors/text/visible'
import { emailKey, shownEmail } from './accounts/email-key'
import { timeIn } from './input/times'

/** Control characters other than newline and tab say nothing to a reader and harm terminals. */
const CONTROLS = /(?![\n\t])\p{Cc}/gu

/** As it is kept: line ends as \n, and nothing that harms a terminal. */
export const written = (text: string) => text.replace(/\r\n?/g, '\n').replace(CONTROLS, '')

/** What a person wrote: at least one visible character, at most `limits.text`, line ends as \n. */
export const messageText = holding('words', z.string())
  .transform(written)
  .superRefine((text, check) => {
    if (!text.isWellFormed()) check.addIssue(issue('textNotValid'))
    else if (!hasVisible(text)) check.addIssue(issue('writeFirst'))
    else if (codePoints(text) > limits.text || Buffer.byteLength(text) > limits.textBytes)
      check.addIssue(tooLong('textTooLong', text, limits.text))
  })

/** A few words beside something else; they may be left out. */
export const commentText = holding('words', z.string())
  .transform((text) => {
    const comment = written(text).trim()
    return hasVisible(comment) ? comment : ''
  })
  .superRefine((text, check) => {
    if (!text.isWellFormed()) check.addIssue(issue('textNotValid'))
    else if (codePoints(text) > limits.comment)
      check.addIssue(tooLong('textTooLong', text, limits.comment))
  })

/** A name as it is shown, of at most so many code points. */
export const nameUpTo = (limit: number) =>
  holding('words', z.string())
    .transform(shownName)
    .superRefine((name, check) => {
      if (!name.isWellFormed()) check.addIssue(issue('textNotValid'))
      else if (codePoints(name) > limit) check.addIssue(tooLong('nameTooLong', name, limit))
    })

export const isThere = (name: string, check: z.RefinementCtx) => {
  if (name === '') check.addIssue(issue('nameMissing'))
}

/** A person's name as it is shown. Empty is allowed where it is optional. */
export const personName = nameUpTo(limits.name)

/** A name without which somebody, or something, cannot be. */
export const neededName = personName.superRefine(isThere)

/** One mail address, or empty. The pattern only keeps out what can never be delivered. */
export const optionalEmail = holding('words', z.string())
  .transform((address) => shownEmail(address.trim()))
  .superRefine((address, check) => {
    if (address !== '' && !isEmail(address)) check.addIssue(issue('emailNotValid'))
  })

export const email = optionalEmail.superRefine((address, check) => {
  if (address === '') check.addIssue(issue('emailNotValid'))
})

const isEmail = (address: string) =>
  codePoints(address) <= limits.email &&
  address.isWellFormed() &&
  !/[\p{Cc}\p{Cf}]/u.test(address) &&
  isDeliverable(emailKey(address) ?? '') &&
  /^[^\s@<>",;:\\()[\]]{1,64}@[^\s@<>",;:\\()[\]?&=#%/]+\.[^\s@.<>",;:\\()[\]?&=#%/]{2,}$/.test(
    emailKey(address) ?? '',
  )

/** What no server of mail takes: dots beside nothing, and labels that are none (RFC 5321, 1035). */
const isDeliverable = (key: string): boolean => {
  const at = key.lastIndexOf('@')
  const host = key.slice(at + 1)
  return (
    !/^\.|\.\.|\.$/.test(key.slice(0, at)) &&
    host.length <= limits.host &&
    host.split('.').every((label) => label.length <= limits.label && /^(?!-).*[^-]$/.test(label))
  )
}

/** A time to come by a clock, `reply` for the next answer, or nothing: empty or left out. */
export const untilBy = (now: number, zone: string) =>
  holding('value', z.string())
    .trim()
    .transform((typed, check) => {
      if (typed === '') return null
      const at = typed === 'reply' ? typed : timeIn(typed, now, zone)
      if (at === undefined) check.addIssue(issue('timeNotValid'))
      return at ?? null
    })
    .optional()
    .transform((at) => at ?? null)

/** The sender's own id for a message. Ids that start with `desk-` are the desk's. */
export const clientId = holding('value', z.string())
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .refine((id) => !id.startsWith('desk-'))

/** The id of an entry that is there, wherever it was written first. */
export const entryId = holding('value', z.string())
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  // What people wrote in another conversation is theirs where it came to.
  .refine((id) => !/^desk-(?!m\d)/.test(id))

export const uuid = holding('value', z.string()).regex(
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
)

export const tooLong = (reason: Reason, text: string, limit: number) =>
  issue(reason, { count: codePoints(text), limit })

export const issue = (reason: Reason, values: Record<string, string | number> = {}) => ({
  code: 'custom' as const,
  message: reason,
  params: { reason, values },
})

/** A number as a form sends it. */
export const digits = (pattern: RegExp) =>
  holding('value', z.string()).regex(pattern).transform(Number)
