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
import type { Desk } from '../../commands/desk'
import { start } from '../../commands/visitors/start'
import { type AgentKey, type Chat, type DemoLine, type DepartmentKey, departments } from './day'
import { demoCookie } from './keys'
import { type Crew, done } from './people'

const from = { address: '127.0.0.1' }

/** How long somebody looks again who has nobody to talk to yet, s, and how often at most. */
const AGAIN = 5
const TRIES = 6_000
/** A chat that did not ring at the right one after so many looks is taken by him. */
const RINGS = 12

/** One chat of the day: each call does its next step and says when the one after it comes. */
export const openChat = (desk: Desk, crew: Crew, chat: Chat, number: number) => {
  const steps: DemoLine[] = [...chat.steps]
  let visitor: Visitor = { kind: 'visitor', id: '' }
  let conversation = ''
  let said = 0
  let tries = 0

  const clientId = () => {
    said += 1
    return `demo-${String(number).padStart(3, '0')}-${String(said).padStart(3, '0')}`
  }
  const row = async () => {
    const found = await desk.store.inbox.conversation(conversation)
    if (!found) throw new Error(`the chat of ${chat.name} is not to be found`)
    return found
  }
  const staff = (id: string | null) => Object.values(crew).find((person) => person.id === id)
  const holder = async () => {
    const { state, agent } = await row()
    return state === 'active' ? staff(agent) : undefined
  }

  const begin = async (text: string) => {
    const { name, email = '', language } = chat
    const department = departments[chat.department].id
    const form = { name, email, department, text, client_id: clientId() }
    const token = demoCookie(desk.secret, name)
    const started = done(await start(desk, null, form, { ...from, language, token }))
    visitor = { kind: 'visitor', id: started.visitor }
    conversation = started.conversation
  }

  const read = async (person: Staff | Visitor) => {
    const [last] = await desk.store.transcripts.last(conversation, 1)
    done(await seen(desk, person, conversation, last?.seq ?? 0))
  }

  const write = async (person: Staff | Visitor, text: string) => {
    await read(person)
    done(await say(desk, person, conversation, { text, client_id: clientId() }, from))
  }

  const finish = async (person: Staff | Visitor) => {
    await read(person)
    done(await end(desk, person, conversation))
  }

  /** Whoever it rings at instead lets it go on. Answers whether the right one has it. */
  const answer = async (key: AgentKey | 'anyone') => {
    const { state, offeredTo } = await row()
    const rung = state === 'offered' ? staff(offeredTo) : undefined
    const wanted = key === 'anyone' ? rung : crew[key]
    if (rung && rung !== wanted) done(await decline(desk, rung, conversation))
    else if (rung) done(await accept(desk, rung, conversation))
    else return tries > RINGS && wanted !== undefined && takes(wanted)
    return rung === wanted
  }

  /** He may be too busy; then he looks again later. */
  const takes = async (agent: Staff) => !isProblem(await take(desk, agent, conversation))

  const hand = async (agent: Staff, to: AgentKey | DepartmentKey, saying: string) => {
    const target =
      to in crew
        ? addressOf('agent', crew[to as AgentKey].id)
        : addressOf('department', departments[to as DepartmentKey].id)
    if (target === addressOf('agent', agent.id)) return
    await write(agent, saying)
    done(await transfer(desk, agent, conversation, { to: target }))
  }

  /** Answers false when it needs an agent and there is none yet. */
  const act = async (step: DemoLine): Promise<boolean> => {
    const [, does, what] = step
    if (does === 'visitor' && conversation === '') await begin(what)
    else if (does === 'visitor') await write(visitor, what)
    else if (does === 'reopens') {
      done(await reopen(desk, visitor, conversation))
      await write(visitor, what)
    } else if (does === 'rates')
      done(await rate(desk, visitor, conversation, { stars: what, comment: step[3] }))
    else if (does === 'ends' && what === 'visitor') await finish(visitor)
    else if (does === 'accepts') return answer(what)
    else {
      const agent = await holder()
      if (!agent) return false
      if (does === 'agent') await write(agent, what)
      if (does === 'ends') await finish(agent)
      if (does === 'hands') await hand(agent, what, step[3])
    }
    return true
  }

  return {
    /** The seconds until the next step; null after the last. */
    async step(): Promise<number | null> {
      const [step, next] = steps
      if (!step) return null
      if (await act(step)) {
        tries = 0
        steps.shift()
        return next ? next[0] : null
      }
      tries += 1
      if (tries > TRIES) throw new Error(`nobody ever came to ${chat.name}`)
      return AGAIN
    },
  }
}
