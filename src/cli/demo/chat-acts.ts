import { addressOf } from '../../../actors/address'
import type { Staff, Visitor } from '../../../actors/people'
import { isProblem } from '../../../actors/problem'
import { accept, decline } from '../../commands/agents/answer-offer'
import { take } from '../../commands/agents/take'
import { end } from '../../commands/conversations/end'
import { rate } from '../../commands/conversations/rate'
import { reopen } from '../../commands/conversations/reopen'
import { say } from '../../commands/conversations/say'
import { seen } from '../../commands/conversations/seen'
import { transfer } from '../../commands/conversations/transfer'
import { wrapUpFieldsOf } from '../../commands/conversations/wrap-up'
import { start } from '../../commands/visitors/start'
import { type ChatInPlay, nextClientId, rowOf, staff } from './chat-in-play'
import { type AgentKey, type DepartmentKey, departments } from './day'
import { demoCookie } from './keys'
import { done } from './people'

const from = { address: '127.0.0.1' }

export const begin = async (play: ChatInPlay, text: string) => {
  const { desk, chat } = play
  const { name, email = '', language } = chat
  const department = departments[chat.department].id
  const form = { name, email, department, text, client_id: nextClientId(play) }
  const token = demoCookie(desk.secret, name)
  const started = done(await start(desk, null, form, { ...from, language, token }))
  play.visitor = { kind: 'visitor', id: started.visitor }
  play.conversation = started.conversation
}

const read = async ({ desk, conversation }: ChatInPlay, person: Staff | Visitor) => {
  const [last] = await desk.store.transcripts.last(conversation, 1)
  done(await seen(desk, person, conversation, last?.seq ?? 0))
}

export const write = async (play: ChatInPlay, person: Staff | Visitor, text: string) => {
  await read(play, person)
  const form = { text, client_id: nextClientId(play) }
  done(await say(play.desk, person, play.conversation, form, from))
}

/** What a department asks of an agent who ends it, filled in. */
const wrapUpIn = async (play: ChatInPlay) => {
  const fields = await wrapUpFieldsOf(play.desk, (await rowOf(play)).department)
  const known: Record<string, string> = { reason: 'order', solved: 'yes' }
  return Object.fromEntries(fields.map(({ key }) => [`field.${key}`, known[key] ?? '']))
}

export const finish = async (play: ChatInPlay, person: Staff | Visitor) => {
  await read(play, person)
  const input = person.kind === 'staff' ? await wrapUpIn(play) : {}
  done(await end(play.desk, person, play.conversation, input))
}

export const reopenWith = async (play: ChatInPlay, text: string) => {
  done(await reopen(play.desk, play.visitor, play.conversation))
  await write(play, play.visitor, text)
}

export const rateWith = async (play: ChatInPlay, stars: number, comment: string) =>
  done(await rate(play.desk, play.visitor, play.conversation, { stars, comment }))

/**
 * Whoever it rings at instead lets it go on; where it rings at nobody and `insists`, the right one
 * takes it. Answers whether the right one has it.
 */
export const answer = async (play: ChatInPlay, key: AgentKey | 'anyone', insists: boolean) => {
  const { desk, conversation, crew } = play
  const { state, offeredTo } = await rowOf(play)
  const rung = state === 'offered' ? staff(play, offeredTo) : undefined
  const wanted = key === 'anyone' ? rung : crew[key]
  if (rung && rung !== wanted) done(await decline(desk, rung, conversation))
  else if (rung) done(await accept(desk, rung, conversation))
  // They may be too busy; then they look again later.
  else return insists && wanted !== undefined && !isProblem(await take(desk, wanted, conversation))
  return rung === wanted
}

export const hand = async (
  play: ChatInPlay,
  agent: Staff,
  to: AgentKey | DepartmentKey,
  saying: string,
) => {
  const target =
    to in play.crew
      ? addressOf('agent', play.crew[to as AgentKey].id)
      : addressOf('department', departments[to as DepartmentKey].id)
  if (target === addressOf('agent', agent.id)) return
  await write(play, agent, saying)
  done(await transfer(play.desk, agent, play.conversation, { to: target }))
}
