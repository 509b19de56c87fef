import { z } from 'zod'
import type { Macro, MacroAct } from '../../../actors/canned/macro'
import { bodyIn, DESK } from '../../../actors/canned/reply'
import { folded } from '../../../actors/canned/search'
import { valuesOf } from '../../../actors/canned/values'
import type { MacroStep, WrappingUp } from '../../../actors/conversation/steps'
import type { Verb } from '../../../actors/conversation/verbs'
import type { Staff } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { ConversationRow } from '../../../actors/summary'
import { filledText, type Values } from '../../../actors/text/template'
import { may } from '../../policies/may'
import { gapProblem } from '../canned/gaps'
import { refusal } from '../conversations/act'
import { toDepartment } from '../conversations/transfer'
import { activeNamed } from '../departments/named'
import type { Desk } from '../desk'
import { messageText } from '../input'
import { read } from '../input/read'
import { findMentions } from '../mentions/find'
import { calledNow } from '../tags/listed'
import { actProblem, besideOf, besideStep } from './acts'

/** What was filled in, asked for where it ends. */
type WrapUp = () => Promise<WrappingUp | Problem>

type About = {
  desk: Desk
  person: Staff
  row: ConversationRow
  language: string
  values: Values
  wrapUp: WrapUp
}

/**
 * The steps of a macro in a conversation, its words filled in; or why the first that cannot be done
 * there, by them, is not.
 */
export const stepsOf = async (
  desk: Desk,
  person: Staff,
  row: ConversationRow,
  { acts }: Macro,
  wrapUp: WrapUp,
): Promise<MacroStep[] | Problem> => {
  const about = { desk, person, row, wrapUp, ...(await occasionOf(desk, person, row)) }
  const steps: MacroStep[] = []
  for (const [nth, act] of acts.entries()) {
    const step = await stepOf(about, act, nth + 1)
    if (isProblem(step)) return step
    steps.push(step)
  }
  return steps
}

const occasionOf = async ({ store }: Desk, person: Staff, row: ConversationRow) => {
  const [visitor, department] = await Promise.all([
    store.visitors.find(row.visitor),
    store.departments.find(row.department),
  ])
  const known = { conversation: row, email: visitor?.email ?? '', agent: person.name }
  return {
    language: visitor?.language ?? '',
    values: valuesOf({ ...known, department: department?.name ?? '' }),
  }
}

/** Whether they may: said as it would be of the verb alone. */
const hindrance = ({ person, row }: About, verb: Verb): Problem | null => {
  if (may[verb](person, row)) return null
  return verb === 'say' || verb === 'transfer' || verb === 'end'
    ? refusal(person, row)
    : new Problem('forbidden', 'notAllowed')
}

const stepOf = async (
  about: About,
  { does, value }: MacroAct,
  nth: number,
): Promise<MacroStep | Problem> => {
  const beside = besideOf(does)
  if (beside) {
    const filled = filledText(value, about.values)
    const step = besideStep(
      beside,
      does === 'tag.add' ? await calledNow(about.desk, filled) : filled,
    )
    const hindered = hindrance(about, beside.verb)
    if (hindered || step?.does !== 'write') return hindered ?? step ?? actProblem(nth)
    const mentions = await findMentions(about.desk, about.row, step.text)
    return mentions.length > 0 ? { ...step, mentions } : step
  }
  if (does === 'say') return hindrance(about, 'say') ?? (await saying(about, value))
  if (does === 'end') return hindrance(about, 'end') ?? (await ending(about))
  if (does !== 'transfer') return actProblem(nth)
  const department = await activeNamed(about.desk, value)
  if (isProblem(department)) return department
  const to = toDepartment(about.desk, department)
  return hindrance(about, 'transfer') ?? { does: 'hand', to }
}

const ending = async ({ wrapUp }: About): Promise<MacroStep | Problem> => {
  const filled = await wrapUp()
  return isProblem(filled) ? filled : { does: 'end', ...filled }
}

const spoken = z.object({ text: messageText })

/** Words, or by its code a canned reply of everybody, in the visitor's language. */
const saying = async (
  { desk, language, values }: About,
  value: string,
): Promise<MacroStep | Problem> => {
  const [, code] = /^\/(\S+)$/.exec(value.trim()) ?? []
  const words = code === undefined ? value : await wordsOf(desk, code, language)
  if (isProblem(words)) return words
  const filled = read(spoken, { text: filledText(words, values, { asks: false }) })
  if (isProblem(filled)) return filled
  return gapProblem(filled.text) ?? { does: 'say', text: filled.text }
}

const wordsOf = async ({ store }: Desk, code: string, language: string) => {
  const all = await store.canned.of([DESK])
  const reply = all.find((one) => one.scope === 'all' && folded(one.code) === folded(code))
  return reply
    ? bodyIn(reply, language)
    : new Problem('conflict', 'cannedUnknown', { values: { code } })
}
