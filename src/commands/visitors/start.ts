import { z } from 'zod'
import { addressOf } from '../../../actors/address'
import { timingsOf } from '../../../actors/department/settings'
import { holding } from '../../../actors/holds'
import type { Visitor } from '../../../actors/people'
import { isProblem, Problem } from '../../../actors/problem'
import type { DepartmentRow } from '../../../actors/summary'
import { nameless } from '../../../actors/visitor/name'
import type { Sent } from '../../system/send'
import { contextOf } from '../conversations/access'
import { choosable } from '../departments/choosable'
import { defaultDepartment, hasChoice } from '../departments/default'
import type { Desk, From } from '../desk'
import { clientId, messageText, optionalEmail, personName } from '../input'
import { read } from '../input/read'
import { newToken } from '../tokens'
import { admit } from './admit'
import { ask } from './ask'

export const startForm = z.strictObject({
  name: personName.default(''),
  email: optionalEmail.default(''),
  department: holding('value', z.string().max(64)).default(''),
  text: messageText,
  client_id: clientId,
})

export type Started = {
  visitor: string
  conversation: string
  /** The cookie of a visitor who is new; undefined for one who is known. */
  token: string | undefined
}

/**
 * A visitor asks for help. With a conversation already open this is one more message in it.
 * The same `client_id` again answers with the same conversation. `about.token` is a cookie the
 * page gave out that no visitor has yet: who sends it twice is one visitor.
 * Problems: invalid (field), limited, conflict `parked` | `chatEnded` | `otherText`.
 */
export const start = async (
  desk: Desk,
  person: Visitor | null,
  input: unknown,
  about: From & { language: string; token?: string },
): Promise<Started | Problem> => {
  const form = read(startForm, input)
  if (isProblem(form)) return form
  const department = await departmentFor(desk, form.department)
  if (isProblem(department)) return department
  const limited = await desk.rate.spend('start', about.address)
  if (limited) return limited
  const at = desk.clock.now()
  const token = person ? undefined : (about.token ?? newToken())
  const visitor = person?.id ?? (await admit(desk, token ?? newToken(), at))
  const conversation = await ask(desk, visitor, {
    ...form,
    clientId: form.client_id,
    language: about.language,
    address: about.address,
  })
  if (isProblem(conversation)) return conversation
  const name = form.name || (await knownName(desk, visitor)) || nameless(visitor)
  const words = { at, name, clientId: form.client_id, text: form.text }
  const said = await openOrSay(desk, { conversation, visitor, department }, words)
  if (said.outcome === 'refused') return new Problem('conflict', 'chatEnded')
  if (said.outcome === 'parked') return new Problem('conflict', 'parked')
  if (said.outcome === 'repeat' && said.entry.text !== form.text)
    return new Problem('conflict', 'otherText')
  return { visitor, conversation, token }
}

type Words = { at: number; name: string; clientId: string; text: string }
type Where = { conversation: string; visitor: string; department: DepartmentRow }

/** Opens a conversation; where it is open already this is one more message in it. */
const openOrSay = async (
  desk: Desk,
  { conversation, visitor, department }: Where,
  words: Words,
): Promise<Sent> => {
  const address = addressOf('conversation', conversation)
  const opened = await desk.system.send(address, {
    ...{ type: 'opened', visitor, ...words },
    ...{ department: department.id, departmentName: department.name },
    timings: timingsOf(department.settings),
  })
  if (opened.outcome !== 'refused') return opened
  const said = { type: 'said', by: 'visitor', author: visitor, ...words } as const
  return desk.system.send(address, said)
}

const departmentFor = async (desk: Desk, id: string) => {
  const known = id ? await choosable(desk, id) : await defaultDepartment(desk, 'visitor')
  if (known) return known
  const remedy = (await hasChoice(desk)) ? 'choose' : 'sendAgain'
  return new Problem('invalid', 'departmentUnknown', { field: 'department', values: { remedy } })
}

/** What they called themselves before. */
const knownName = async (desk: Desk, visitor: string): Promise<string> =>
  (await contextOf(desk, 'visitor', visitor)).name ?? ''
