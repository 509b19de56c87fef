import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import { answerLetter } from '../../views/letters/answer'
import { paths } from '../../views/paths'
import { type Edition, type Language, languages } from '../../views/words/language'
import type { Clock } from '../clock'
import { LINK_MS, letterSignature } from '../commands/letters/link'
import type { Log } from '../log'
import { backOff } from '../retry'
import type { Letter } from '../store/ports/letters'
import type { Store } from '../store/store'
import { LETTER_MESSAGES, type UnseenAnswers, unseenAnswers } from './writer'

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
  const found = await unseenAnswers(parts, letter.conversation, letter.after, letter.upTo)
  if (!found || found.answers.length === 0) return settle({ state: 'seen' })
  const to = await addresseeOf(parts, found.context.visitor)
  if (!to?.email) return settle({ state: 'dead', problem: 'no address' })
  try {
    await post(mailOf(parts, letter, found, to))
    await settle({ state: 'sent', problem: '' })
  } catch (fault) {
    const problem = codeOf(fault)
    const tries = letter.tries + 1
    if (!isForGood(fault) && tries < MOST_TRIES) {
      log.warn('A mail did not go and is tried again', { letter: letter.id, tries, problem })
      return settle({ tries, problem, dueAt: clock.now() + restMs(letter.tries) })
    }
    log.error('A mail was set aside: it cannot be delivered', { letter: letter.id, problem })
    await settle({ state: 'dead', tries, problem })
  }
}

/**
 * What went wrong, without a word of what the server said: it repeats addresses, and what was written.
 */
const codeOf = (fault: unknown): string => {
  if (typeof fault !== 'object' || fault === null) return 'unknown'
  const codes = ['code', 'responseCode'].map((name) => Reflect.get(fault, name))
  const known = codes.filter((code) => /^[A-Z0-9_]{1,30}$/.test(String(code ?? '')))
  return known.join(' ') || (fault instanceof Error ? fault.name.slice(0, 30) : 'unknown')
}

/** The server knows that this address takes no mail, now or later (RFC 5321, 4.2.1). */
const isForGood = (fault: unknown): boolean => {
  if (typeof fault !== 'object' || fault === null) return false
  const [code, said] = [Reflect.get(fault, 'code'), Reflect.get(fault, 'responseCode')]
  return code === 'EENVELOPE' && typeof said === 'number' && said >= 500
}

type Addressee = { email: string; name: string; language: string; isOfAccount: boolean }

/** Whose conversation it is by now, as they are reached now: they may have proven who they are since. */
const addresseeOf = async ({ store }: Parts, visitor: string): Promise<Addressee | undefined> => {
  const [row, stored] = await Promise.all([
    store.visitors.find(visitor),
    store.turns.load(addressOf('visitor', visitor)),
  ])
  const subject = contextIn('visitor', stored?.snapshot)?.subject ?? ''
  return row && { ...row, isOfAccount: subject !== '' }
}

/** What it says by now: what was seen, or taken back, before it went is not in it. */
const mailOf = (
  { secret, baseUrl, edition = (language) => language }: Parts,
  letter: Letter,
  { context, answers }: UnseenAnswers,
  to: Addressee,
): Posted => {
  const { until, proof } = letterSignature(secret, letter.id, letter.at + LINK_MS)
  const language = languages.find((each) => each === to.language) ?? 'en'
  const name = to.name || context.visitorName
  const entries = answers.slice(-LETTER_MESSAGES)
  const drawn = answerLetter({
    ...{ language: edition(language), name, entries, more: answers.length - entries.length },
    isOfAccount: to.isOfAccount,
    link: `${baseUrl}${paths.chat.backBy(letter.id, until, proof)}`,
  })
  const id = `<letter-${letter.id}@${new URL(baseUrl).hostname}>`
  return { ...drawn, id, to: { name, address: to.email } }
}
