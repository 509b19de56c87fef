import type { LetterKind } from '../../actors/letter'
import type { Log } from '../log'
import { backOff } from '../retry'
import type { Letter } from '../store/ports/letters'
import type { Attachment, DrawingParts, Drawn } from './drawing'
import { drawn } from './drawings'

/** What a server of mail is given. */
export type Posted = {
  kind: LetterKind
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  /** The same whenever it is sent again, so that a reader who gets it twice shows it once. */
  id: string
  /** What all mail of a conversation answers, so that readers show it as one; no mail has it. */
  thread: string | undefined
  attachments?: readonly Attachment[]
  /** Where no more of it is asked for by one press; undefined for what comes once, on wish. */
  stop: string | undefined
}

/** Hands mail to a server; rejects when it does not take it, with `responseCode` where it said one. */
export type Post = (mail: Posted) => Promise<void>

/** How long until the next try, ms, and after how many it is given up. */
const restMs = backOff(60_000, 3 * 3_600_000)
const MOST_TRIES = 10
const AT_ONCE = 20

type Parts = DrawingParts & { log: Log; post: Post }

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
  const found = await drawn(parts, letter)
  if ('state' in found) return store.letters.settle({ ...letter, ...found })
  const shown = { subject: found.subject, address: found.to.address.toLowerCase() }
  const settle = (became: Partial<Letter>) =>
    store.letters.settle({ ...letter, ...shown, ...became })
  try {
    await post(mailOf(parts, letter, found))
  } catch (fault) {
    const problem = codeOf(fault)
    const tries = letter.tries + 1
    const about = { letter: letter.id, kind: letter.kind, tries, problem }
    if (!isForGood(fault) && tries < MOST_TRIES) {
      log.warn('A mail did not go and is tried again', about)
      return settle({ tries, problem, dueAt: clock.now() + restMs(letter.tries) })
    }
    log.error('A mail was set aside: it cannot be delivered', about)
    return settle({ state: 'dead', tries, problem })
  }
  await settle({ state: 'sent', problem: '' })
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

const mailOf = ({ baseUrl }: Parts, letter: Letter, found: Drawn): Posted => {
  const host = new URL(baseUrl).hostname
  const { to, subject, text, html, stop, attachments } = found
  return {
    ...{ kind: letter.kind, to, subject, text, html, stop },
    ...(attachments ? { attachments } : {}),
    id: `<letter-${letter.id}@${host}>`,
    thread: letter.about === '' ? undefined : `<conversation-${letter.about}@${host}>`,
  }
}
