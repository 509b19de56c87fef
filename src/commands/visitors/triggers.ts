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
export const TRIGGERS = 'triggers'
/** How often a change is made anew that somebody else was quicker with. */
const TRIES = 5

const stored = z.array(
  z.object({
    ...{ id: z.string(), pattern: z.string(), text: z.string(), language: z.string() },
    ...{ afterMs: z.number(), visits: z.number() },
  }),
)

/** What invites visitors by itself, in the order it was made. */
export const triggersOf = async ({ store }: Pick<Desk, 'store'>): Promise<readonly Trigger[]> => {
  return triggersIn(await store.accounts.setting(TRIGGERS))
}

const triggersIn = (kept: string | undefined): readonly Trigger[] => {
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

/** One more. Problems: invalid (field), conflict `tooManyTriggers` | `changedMeanwhile`. */
export const createTrigger = async (desk: Desk, input: unknown): Promise<string | Problem> => {
  const form = read(triggerForm, input)
  if (isProblem(form)) return form
  const { after: afterMs, ...rest } = form
  const trigger: Trigger = { id: desk.clock.id(), afterMs, ...rest }
  const limit = triggerLimits.count
  const problem = await change(desk, (all) =>
    all.length >= limit
      ? new Problem('conflict', 'tooManyTriggers', { values: { limit } })
      : [...all, trigger],
  )
  return problem ?? trigger.id
}

/** It invites nobody any more. Problems: missing, conflict `changedMeanwhile`. */
export const removeTrigger = async (desk: Desk, id: string): Promise<null | Problem> =>
  change(desk, (all) =>
    uuid.safeParse(id).success && all.some((one) => one.id === id)
      ? all.filter((one) => one.id !== id)
      : new Problem('missing', 'missing'),
  )

/** What somebody else has added or taken away meanwhile stays so: it is made anew of that. */
const change = async (
  { store }: Desk,
  make: (all: readonly Trigger[]) => readonly Trigger[] | Problem,
): Promise<null | Problem> => {
  for (let nth = 0; nth < TRIES; nth += 1) {
    const kept = await store.accounts.setting(TRIGGERS)
    const next = make(triggersIn(kept))
    if (isProblem(next)) return next
    const written = next.length > 0 ? JSON.stringify(next) : null
    if (await store.accounts.changeSetting(TRIGGERS, kept, written)) return null
  }
  return new Problem('conflict', 'changedMeanwhile')
}
