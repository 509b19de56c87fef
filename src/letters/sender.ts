import { answerLetter } from '../../views/letters/answer'
import { paths } from '../../views/paths'
import { type Edition, type Language, languages } from '../../views/words/language'
import type { Clock } from '../clock'
import { LINK_MS, letterSignature } from '../commands/letters/link'
import type { Log } from '../log'
import { backOff } from '../retry'
import type { Letter } from '../store/ports/letters'
import type { Store } from '../store/store'
import { LETTER_MESSAGES, unseenAnswers } from './writer'

/** What a server of mail is given. */
export type Posted = {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** The same whenever it is sent again, so that a reader who gets it twice shows it once. */
  id: string
}

/** Hands mail to a server; rejects when it does not take it, with `responseCode` where it said one. */
export type Post = (mail: Posted) => Promise<void>

/** How long until the next try, ms, and after how many it is given up. */
const restMs = backOff(60_000, 3 * 3_600_000)
const MOST_TRIES = 10
const AT_ONCE = 20

type Parts = {
  store: Pick<Store, 'letters' | 'transcripts' | 'turns' | 'visitors'>
  clock: Clock
  log: Log
  secret: string
  baseUrl: string
  /** A language as visitors read it now; left out, as it is built in. */
  edition?: (language: Language) => Edition
  post: Post
}

/**
 * Sends what is due, as long as `goesOn` says so. One that does not go is tried again, less and less
 * often, and then set aside.
 */
export const sendLetters = async (parts: Parts, goesOn: () => Promise<boolean>): Promise<void> => {
  const { store, clock } = parts
  for (const letter of await store.letters.due(clock.now(), AT_ONCE)) {
    if (!(await goesOn())) return
    await sendLetter(parts, letter)
  }
}

const sendLetter = async (parts: Parts, letter: Letter): Promise<void> => {
  const { store, clock, log, post } = parts
  const settle = (became: Partial<Letter>) => store.letters.settle({ ...letter, ...became })
  const mail = await mailOf(parts, letter)
  if (!mail) return settle({ state: 'seen' })
  try {
    await post(mail)
    await settle({ state: 'sent', problem: '' })
  } catch (fault) {
    const problem = fault instanceof Error ? fault.message.slice(0, 500) : 'unknown'
    const tries = letter.tries + 1
    if (!isForGood(fault) && tries < MOST_TRIES) {
      log.warn('A mail did not go and is tried again', { letter: letter.id, tries, problem })
      return settle({ tries, problem, dueAt: clock.now() + restMs(letter.tries) })
    }
    log.error('A mail was set aside: it cannot be delivered', { letter: letter.id, problem })
    await settle({ state: 'dead', tries, problem })
  }
}

/** The server knows that this address takes no mail, now or later (RFC 5321, 4.2.1). */
const isForGood = (fault: unknown): boolean => {
  if (typeof fault !== 'object' || fault === null) return false
  const [code, said] = [Reflect.get(fault, 'code'), Reflect.get(fault, 'responseCode')]
  return code === 'EENVELOPE' && typeof said === 'number' && said >= 500
}

/** What it says by now; undefined when all of it was seen, or taken back, before it went. */
const mailOf = async (parts: Parts, letter: Letter): Promise<Posted | undefined> => {
  const { store, secret, baseUrl, edition = (language) => language } = parts
  const found = await unseenAnswers(parts, letter.conversation, letter.after, letter.upTo)
  if (!found || found.answers.length === 0) return undefined
  const visitor = await store.visitors.find(letter.visitor)
  const { until, proof } = letterSignature(secret, letter.id, letter.at + LINK_MS)
  const language = languages.find((each) => each === letter.language) ?? 'en'
  const name = visitor?.name || found.context.visitorName
  const entries = found.answers.slice(-LETTER_MESSAGES)
  const drawn = answerLetter({
    ...{ language: edition(language), name, entries, more: found.answers.length - entries.length },
    link: `${baseUrl}${paths.chat.backBy(letter.id, until, proof)}`,
  })
  const id = `<letter-${letter.id}@${new URL(baseUrl).hostname}>`
  return { ...drawn, id, to: { name, address: letter.email } }
}
