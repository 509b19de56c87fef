import { z } from 'zod'
import { durationText, readDuration } from '../../../actors/durations'
import { holding } from '../../../actors/holds'
import { isProblem, Problem } from '../../../actors/problem'
import { type Trigger, triggerLimits } from '../../../actors/visitor/trigger'
import type { Desk } from '../desk'
import { digits, issue, uuid } from '../input'
import { read } from '../input/read'
import { invitationText } from './invite'

/** Under which the desk remembers them. */
const NAME = 'triggers'

const stored = z.array(
  z.object({
    ...{ id: z.string(), pattern: z.string(), text: z.string(), language: z.string() },
    ...{ afterMs: z.number(), visits: z.number() },
  }),
)

/** What invites visitors by itself, in the order it was made. */
export const triggersOf = async ({ store }: Pick<Desk, 'store'>): Promise<readonly Trigger[]> => {
  const kept = await store.accounts.setting(NAME)
  try {
    return stored.safeParse(JSON.parse(kept ?? '[]')).data ?? []
  } catch {
    return []
  }
}

const pattern = holding('words', z.string())
  .transform((text) => text.trim())
  .superRefine((text, check) => {
    const isPattern = /^(\/|\*|https?:\/\/)\S*$/.test(text)
    if (!isPattern || text.length > triggerLimits.pattern)
      check.addIssue(issue('patternNotValid', { limit: triggerLimits.pattern }))
  })

const after = holding('value', z.string()).transform((typed, check) => {
  const ms = /^0s?$/.test(typed.trim()) ? 0 : readDuration(typed)
  if (ms !== undefined && ms <= triggerLimits.afterMs) return ms
  const range = { min: '0s', max: durationText(triggerLimits.afterMs) }
  check.addIssue(issue('durationNotValid', range))
  return z.NEVER
})

export const triggerForm = z.strictObject({
  pattern,
  after,
  visits: digits(/^[1-9]\d{0,2}$/).default(1),
  language: z.enum(['', 'en', 'zh']).default(''),
  text: invitationText,
})

/** One more. Problems: invalid (field), conflict `tooManyTriggers`. */
export const createTrigger = async (desk: Desk, input: unknown): Promise<string | Problem> => {
  const form = read(triggerForm, input)
  if (isProblem(form)) return form
  const all = await triggersOf(desk)
  if (all.length >= triggerLimits.count)
    return new Problem('conflict', 'tooManyTriggers', { values: { limit: triggerLimits.count } })
  const { after: afterMs, ...rest } = form
  const trigger: Trigger = { id: desk.clock.id(), afterMs, ...rest }
  await keep(desk, [...all, trigger])
  return trigger.id
}

/** It invites nobody any more. Problems: missing. */
export const removeTrigger = async (desk: Desk, id: string): Promise<null | Problem> => {
  const all = await triggersOf(desk)
  if (!uuid.safeParse(id).success || !all.some((one) => one.id === id))
    return new Problem('missing', 'missing')
  await keep(
    desk,
    all.filter((one) => one.id !== id),
  )
  return null
}

const keep = ({ store }: Desk, all: readonly Trigger[]) =>
  store.accounts.setSetting(NAME, all.length > 0 ? JSON.stringify(all) : null)
