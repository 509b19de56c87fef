import type { Staff } from '../../../actors/people'
import type { Desk } from '../../commands/desk'
import * as beside from './beside-acts'
import * as acts from './chat-acts'
import { type ChatInPlay, holderOf } from './chat-in-play'
import type { Chat, DemoLine } from './day'
import type { Crew } from './people'

/** After how long somebody looks again who has nobody to talk to yet, and how often at most. */
const RETRY_S = 5
const WAIT_TRIES = 6_000
/** A chat that did not ring at the right one after so many looks is taken by them. */
const RING_TRIES = 12

/** One chat of the day: each call does its next step and says when the one after it comes. */
export const openChat = (desk: Desk, crew: Crew, chat: Chat, number: number) => {
  const steps: DemoLine[] = [...chat.steps]
  const play: ChatInPlay = {
    ...{ desk, crew, chat, number },
    ...{ visitor: { kind: 'visitor', id: '' }, conversation: '', said: 0 },
  }
  let tries = 0
  return {
    /** The seconds until the next step; null after the last. */
    async step(): Promise<number | null> {
      const [step, next] = steps
      if (!step) return null
      if (await act(play, step, tries)) {
        tries = 0
        steps.shift()
        return next ? next[0] : null
      }
      tries += 1
      if (tries > WAIT_TRIES) throw new Error(`nobody ever came to ${chat.name}`)
      return RETRY_S
    },
  }
}

/** Answers false when it needs an agent and there is none yet. */
const act = async (play: ChatInPlay, step: DemoLine, tries: number): Promise<boolean> => {
  const [, does, what] = step
  if (does === 'visitor' && play.conversation === '') await acts.begin(play, what)
  else if (does === 'visitor') await acts.write(play, play.visitor, what)
  else if (does === 'reopens') await acts.reopenWith(play, what)
  else if (does === 'rates') await acts.rateWith(play, what, step[3])
  else if (does === 'ends' && what === 'visitor') await acts.finish(play, play.visitor)
  else if (does === 'pictures' && what === 'visitor')
    await beside.sendPicture(play, play.visitor, step[3])
  else if (does === 'reacts' && what === 'visitor')
    await beside.reactTo(play, play.visitor, step[3])
  else if (does === 'accepts') return acts.answer(play, what, tries > RING_TRIES)
  else {
    const agent = await holderOf(play)
    if (!agent) return false
    await actAs(agent, play, step)
  }
  return true
}

const actAs = async (agent: Staff, play: ChatInPlay, step: DemoLine) => {
  const [, does, what] = step
  if (does === 'agent') await acts.write(play, agent, what)
  if (does === 'ends') await acts.finish(play, agent)
  if (does === 'hands') await acts.hand(play, agent, what, step[3])
  if (does === 'notes') await beside.note(play, agent, what)
  if (does === 'tags') await beside.doBeside(play, agent, 'tag', { add: what })
  if (does === 'prioritizes') await beside.doBeside(play, agent, 'prioritize', { priority: what })
  if (does === 'snoozes') await beside.doBeside(play, agent, 'snooze', { until: what })
  if (does === 'runs') await beside.run(play, agent, what)
  if (does === 'shows') await beside.showCard(play, agent, what)
  if (does === 'pictures') await beside.sendPicture(play, agent, step[3])
  if (does === 'reacts') await beside.reactTo(play, agent, step[3])
}
