import type { Person, Staff } from '../../../actors/people'
import { sendCard } from '../../commands/cards/send'
import { deedsBeside } from '../../commands/conversations/beside'
import type { AspectVerb } from '../../commands/conversations/beside/deed'
import { react } from '../../commands/entries/react'
import { sendFiles } from '../../commands/files/send'
import { runMacro } from '../../commands/macros/run'
import { type ChatInPlay, nextClientId, rowOf } from './chat-in-play'
import { done } from './people'
import { demoPicture } from './picture'

const from = { address: '127.0.0.1' }

/** What a colleague does beside the talk: a note, a tag, a priority, a snooze. */
export const doBeside = async (play: ChatInPlay, agent: Staff, verb: AspectVerb, input: object) =>
  done(await deedsBeside[verb].run(play.desk, agent, play.conversation, input, from))

export const note = (play: ChatInPlay, agent: Staff, text: string) =>
  doBeside(play, agent, 'note', { text, client_id: nextClientId(play) })

/** A picture, with words beside it. */
export const sendPicture = async (play: ChatInPlay, person: Person, text: string) => {
  const bytes = demoPicture()
  const parts = async function* () {
    yield { name: 'client_id', value: nextClientId(play) }
    yield { name: 'text', value: text }
    yield { name: 'file', fileName: 'photo.png', bytes: once(bytes) }
  }
  done(await sendFiles(play.desk, person, await rowOf(play), parts(), from))
}

const once = async function* (bytes: Uint8Array) {
  yield bytes
}

export const showCard = async (play: ChatInPlay, agent: Staff, card: Record<string, string>) =>
  done(
    await sendCard(
      play.desk,
      agent,
      await rowOf(play),
      { ...card, client_id: nextClientId(play) },
      from,
    ),
  )

export const run = async (play: ChatInPlay, agent: Staff, name: string) => {
  const { desk, conversation } = play
  const macro = (await desk.store.macros.all()).find((one) => one.name === name)
  done(await runMacro(desk, agent, conversation, macro?.id ?? '', {}, from))
}

/** To what was said last. */
export const reactTo = async (play: ChatInPlay, person: Person, emoji: string) => {
  const { desk, conversation } = play
  const [last] = await desk.store.transcripts.last(conversation, 1)
  done(await react(desk, person, conversation, last?.clientId ?? '', { emoji }))
}
