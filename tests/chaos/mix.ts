import { png } from '../web/images'
import { ask, type Told } from './ask'
import { attempt, newAttempt, newId, type Sending, say, type Writer } from './attempts'
import { isGone } from './expected'
import type { Change, Op, SentBytes } from './history'
import { INSIDE } from './screen'

const SEND_MS = 1_000
/** How far back somebody looks for what they said, to do something to it. */
const RECENT = 6
/** A message is said otherwise so often at most. */
const MOST_CHANGES = 4
/** A conversation may have some more. */
const MOST_TAGS = 12

/** Emoji that anybody puts to a message. */
const EMOJI = ['👍', '❤️', '🎉'] as const

/**
 * One thing of all that people do in a conversation: mostly they write; by chance they send a file, say
 * otherwise what they said, take it back, put an emoji to it, or colleagues note something.
 */
export const writeSomething = async (
  sending: Sending,
  writer: Writer,
  said: string,
): Promise<void> => {
  const text = `${said}.`
  const luck = sending.chance.next()
  const own = recentOf(sending, writer)
  if (luck < 0.1) await sendFile(sending, writer, text)
  else if (luck < 0.22 && own) await revise(sending, writer, own, `${said}, better.`)
  else if (luck < 0.29 && own) await withdraw(sending, writer, own)
  else if (luck < 0.37 && own) await react(sending, writer, own)
  else if (luck < 0.45 && writer.by === 'agent') await note(sending, writer, text)
  else if (luck < 0.5 && writer.by === 'agent') await tag(sending, writer)
  else await write(sending, writer, text)
}

/** One of the newest things that they said here and that still stands. */
const recentOf = ({ ops, chance }: Sending, { name, conversation }: Writer): Op | null => {
  const own = ops
    .slice(-RECENT * 40)
    .filter((op) => op.conversation === conversation && op.text.startsWith(`${name} `))
    .filter((op) => op.outcome === 'ok' && !isGone(op))
    .filter(({ changes = [] }) => changes.length < MOST_CHANGES && changes.every(isOk))
    .slice(-RECENT)
  return own.length === 0 ? null : chance.pick(own)
}
const isOk = ({ outcome }: Change) => outcome === 'ok'

const write = (sending: Sending, writer: Writer, text: string) =>
  say(sending, aboutOf(writer, text), (url, id) =>
    post(url, writer, writer.messages, { text, client_id: id }),
  )

const note = (sending: Sending, writer: Writer, said: string) => {
  const text = `${said} ${INSIDE}`
  const about = { ...aboutOf(writer, text), inside: true } as const
  return say(sending, about, (url, id) =>
    post(url, writer, beside(writer, 'notes'), { text, client_id: id }),
  )
}

const sendFile = (sending: Sending, writer: Writer, text: string) => {
  const file = fileOf(sending, text)
  return say(sending, { ...aboutOf(writer, text), file }, (url, id) => {
    const form = new FormData()
    form.set('client_id', id)
    form.set('text', text)
    form.append('file', new File([file.bytes], file.name))
    return post(url, writer, beside(writer, 'files'), form)
  })
}

/** A picture or a text, unlike any other of the run. */
const fileOf = ({ chance }: Sending, text: string): SentBytes => {
  const name = newId('file')
  if (chance.next() < 0.5) return { name: `${name}.txt`, bytes: new TextEncoder().encode(text) }
  const [width, height] = [Math.ceil(chance.between(1, 300)), Math.ceil(chance.between(1, 300))]
  return { name: `${name}.png`, bytes: png({ width, height }) }
}

const revise = async (sending: Sending, writer: Writer, op: Op, said: string) => {
  const text = op.inside ? `${said} ${INSIDE}` : said
  const change = changing(op, { to: text })
  const form = { text, client_id: newId('change') }
  await attempt(sending, change, (url) => post(url, writer, under(writer, op, 'revision'), form))
}

const withdraw = async (sending: Sending, writer: Writer, op: Op) => {
  const change = changing(op, { to: null })
  await attempt(sending, change, (url) => post(url, writer, under(writer, op, 'withdrawal'), {}))
}

const react = async (sending: Sending, writer: Writer, op: Op) => {
  const emoji = sending.chance.pick(EMOJI)
  const change = changing(op, { emoji, author: writer.name.split(',')[0] ?? '' })
  const form = { emoji }
  await attempt(sending, change, (url) => post(url, writer, under(writer, op, 'reactions'), form))
}

const tag = async (sending: Sending, writer: Writer) => {
  const { conversation } = writer
  const there = sending.tagged.filter((one) => one.conversation === conversation)
  if (there.length >= MOST_TAGS) return
  const made = { ...newAttempt(), conversation, tag: newId('tag') }
  sending.tagged.push(made)
  await attempt(sending, made, (url) =>
    post(url, writer, beside(writer, 'tags'), { add: made.tag }),
  )
}

const changing = (op: Op, what: { to: string | null } | { emoji: string; author: string }) => {
  const change: Change = { ...newAttempt(), ...what }
  op.changes = [...(op.changes ?? []), change]
  return change
}

const aboutOf = ({ conversation, by }: Writer, text: string) => ({ conversation, by, text })

const post = (
  url: string,
  { cookie }: Writer,
  path: string,
  form: Record<string, string> | FormData,
): Promise<Told> => ask(`${url}${path}`, { cookie, form, within: SEND_MS })

/** An address beside the one that messages go to. */
const beside = ({ messages }: Writer, word: string) => messages.replace(/messages$/, word)
const under = ({ messages }: Writer, op: Op, word: string) => `${messages}/${op.ids.at(-1)}/${word}`
