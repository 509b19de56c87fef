import type { Visitor } from '../../../actors/people'
import type { Desk } from '../../commands/desk'
import type { Chat } from './day'
import type { Crew } from './people'

/** A chat of the day as far as it has come. */
export type ChatInPlay = {
  desk: Desk
  crew: Crew
  chat: Chat
  number: number
  visitor: Visitor
  /** Empty until the visitor has begun it. */
  conversation: string
  /** How much was said in it. */
  said: number
}

/** The id of what is said next. */
export const nextClientId = (play: ChatInPlay) => {
  play.said += 1
  return `demo-${String(play.number).padStart(3, '0')}-${String(play.said).padStart(3, '0')}`
}

/** As it stands now. */
export const rowOf = async ({ desk, conversation, chat }: ChatInPlay) => {
  const found = await desk.store.conversations.find(conversation)
  if (!found) throw new Error(`the chat of ${chat.name} is not to be found`)
  return found
}

/** Whoever of the crew has this id. */
export const staff = ({ crew }: ChatInPlay, id: string | null) =>
  Object.values(crew).find((person) => person.id === id)

/** Whoever talks to the visitor now. */
export const holderOf = async (play: ChatInPlay) => {
  const { state, agent } = await rowOf(play)
  return state === 'active' ? staff(play, agent) : undefined
}
