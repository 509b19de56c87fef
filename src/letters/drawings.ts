import { addressOf } from '../../actors/address'
import { contextIn } from '../../actors/current'
import { customerOf, isOfAccount } from '../../actors/customers'
import { type Entry, isForDesk, isTalk } from '../../actors/entry'
import type { LetterKind } from '../../actors/letter'
import { answerLetter } from '../../views/letters/answer'
import {
  invitationLetter,
  leftLetter,
  resetLetter,
  transcriptLetter,
  transcriptLinkLetter,
  trialLetter,
} from '../../views/letters/others'
import { paths } from '../../views/paths'
import type { TranscriptFile } from '../../views/transcript/file/lines'
import { common } from '../../views/words/common'
import { type Edition, type Language, languages } from '../../views/words/language'
import { emailKey } from '../commands/accounts/email-key'
import { accountByEmail } from '../commands/accounts/find'
import { linkToken, PASSWORD_LINK_MS } from '../commands/accounts/password-link'
import { hasPassword } from '../commands/accounts/password-rules'
import { settingsOfDesk } from '../commands/desk-settings/read'
import { LINK_MS, letterSignature } from '../commands/letters/link'
import { RESET_MS, resetFor } from '../commands/letters/reset'
import { transcriptSignature } from '../commands/letters/sent-transcript'
import { addressHash, stopSignature } from '../commands/letters/unsubscribe'
import type { Letter } from '../store/ports/letters'
import { confirm, customerReset } from './customers'
import type { Draw, DrawingParts, Unsent } from './drawing'
import { LETTER_MESSAGES, unseenAnswers } from './writer'

/** Lines of a transcript that are read at once, and that a mail has at most. */
const STRETCH_LINES = 500
const MOST_LINES = 2_000

const seen: Unsent = { state: 'seen', problem: '' }
const nobody = (problem: string): Unsent => ({ state: 'nobody', problem })

const asBuilt = (language: Language): Edition => language

const languageIn = (language: string): Language =>
  languages.find((each) => each === language) ?? 'en'

/** What it says by now: what was seen, or taken back, before it went is not in it. */
const answer: Draw = async (parts, letter) => {
  const { store, clock, secret, baseUrl, edition = asBuilt } = parts
  const found = await unseenAnswers(parts, letter.thread, letter.after, letter.upTo)
  if (!found || found.answers.length === 0) return seen
  const to = await addresseeOf(parts, found.context.visitor)
  if (!to?.email) return nobody('no address')
  const hash = addressHash(to.email)
  if (await store.letters.isUnsubscribed(hash)) return nobody('unsubscribed')
  const { until, proof } = letterSignature(secret, letter.id, letter.at + LINK_MS)
  const stop = `${baseUrl}${paths.letters.stopBy(hash, stopSignature(secret, hash, clock.now()))}`
  // An address that was only typed may be anybody's: what else was typed is none of theirs.
  const name = to.isProven ? to.name || found.context.visitorName : ''
  const entries = found.answers.slice(-LETTER_MESSAGES)
  const drawn = answerLetter({
    ...{ language: edition(languageIn(to.language)), name, entries, stop },
    more: found.answers.length - entries.length,
    isOfAccount: to.isOfAccount,
    link: `${baseUrl}${paths.chat.backBy(letter.id, until, proof)}`,
  })
  return { ...drawn, stop, to: { name, address: to.email } }
}

type Addressee = {
  email: string
  name: string
  language: string
  isOfAccount: boolean
  /** They, or the site that knows them, have shown that the address is theirs. */
  isProven: boolean
}

/** Whose conversation it is by now, as they are reached now: they may have proven who they are since. */
const addresseeOf = async (
  { store }: DrawingParts,
  visitor: string,
): Promise<Addressee | undefined> => {
  const [row, stored] = await Promise.all([
    store.visitors.find(visitor),
    store.turns.load(addressOf('visitor', visitor)),
  ])
  const subject = contextIn('visitor', stored?.snapshot)?.subject ?? ''
  const customer = await store.customers.byId(customerOf(subject) ?? '')
  const isProven = isOfAccount(subject) ? customer?.provenAt != null : subject !== ''
  return row && { ...row, isOfAccount: subject !== '', isProven }
}

const inLanguage = ({ edition = asBuilt }: DrawingParts, { language }: Letter): Edition =>
  edition(languageIn(language))

const confirmed: Draw = (parts, letter) => confirm(parts, letter, inLanguage(parts, letter))

/** The link is made as it goes, so that no row holds one. A colleague's comes before a customer's. */
const reset: Draw = async (parts, letter) => {
  const until = parts.clock.now() + RESET_MS
  const found = await resetFor(parts, letter.address, until)
  if (!found) return customerReset(parts, letter, inLanguage(parts, letter))
  const { name, email } = found.account
  const link = `${parts.baseUrl}${paths.session.resetBy(found.token)}`
  const drawn = resetLetter({ language: languageIn(letter.language), name, link })
  return { ...drawn, to: { name, address: email } }
}

/** Who has set a password meanwhile needs none. */
const invitation: Draw = async ({ store, clock, secret, baseUrl }, letter) => {
  const account = await accountByEmail({ store }, letter.address)
  if (!account || account.disabledAt !== null) return nobody('no account')
  if (hasPassword(account.passwordHash)) return seen
  const token = linkToken(secret, account, clock.now() + PASSWORD_LINK_MS)
  const { name, email } = account
  const link = `${baseUrl}${paths.passwordLinkBy(token)}`
  const drawn = invitationLetter({ language: languageIn(letter.language), name, email, link })
  return { ...drawn, to: { name, address: email } }
}

/** Somebody may have come meanwhile: then there is no need of it. */
const left: Draw = async ({ store, baseUrl }, letter) => {
  const row = await store.conversations.row(letter.about)
  if (row?.state !== 'left') return seen
  const [department, visitor, lines] = await Promise.all([
    store.departments.find(row.department),
    store.visitors.find(row.visitor),
    store.transcripts.after(letter.about, 0, STRETCH_LINES),
  ])
  const said = lines.filter(
    ({ by, body, changes }) => by === 'visitor' && changes === null && isTalk(body),
  )
  const entries = said.slice(-LETTER_MESSAGES)
  const drawn = leftLetter({
    ...{ language: languageIn(visitor?.language ?? ''), name: row.visitorName, entries },
    ...{ email: visitor?.email ?? '', department: department?.name ?? '' },
    more: said.length - entries.length,
    link: `${baseUrl}${paths.workbench.conversation(letter.about)}`,
  })
  return { ...drawn, to: { name: '', address: letter.address } }
}

/**
 * Whole to who has shown that they read this address. Else whoever asked for it may send their own words
 * to anybody: then it waits behind a link, here.
 */
const transcript: Draw = async (parts, letter) => {
  const { store, clock, secret, baseUrl, edition = asBuilt } = parts
  const row = await store.conversations.row(letter.about)
  if (!row) return nobody('no conversation')
  const theirs = await addresseeOf(parts, row.visitor)
  if (!theirs?.isProven || emailKey(theirs.email) !== emailKey(letter.address)) {
    const { until, proof } = transcriptSignature(secret, letter.id, letter.at + LINK_MS)
    const link = `${baseUrl}${paths.chat.sentTranscriptBy(letter.id, until, proof)}`
    const drawn = transcriptLinkLetter({ language: inLanguage(parts, letter), link })
    return { ...drawn, to: { name: '', address: letter.address } }
  }
  const entries: Entry[] = []
  for (let after = 0; after < MOST_LINES; after += STRETCH_LINES) {
    const lines = await store.transcripts.after(letter.about, after, STRETCH_LINES)
    entries.push(...lines.filter(({ changes, body }) => changes === null && !isForDesk(body)))
    if (lines.length < STRETCH_LINES) break
  }
  const file: TranscriptFile = {
    ...{ conversation: row.id, entries, audience: 'visitor', viewer: row.visitor },
    ...{ language: edition(languageIn(letter.language)), zone: 'UTC', now: clock.now() },
  }
  const to = { name: theirs.name, address: letter.address }
  return { ...transcriptLetter(file, theirs.name), to }
}

const trial: Draw = async ({ store }, { language: asked, address }) => {
  const language = languageIn(asked)
  const desk = (await settingsOfDesk({ store }, 'brand')).name || common[language].brand
  return { ...trialLetter({ language, desk }), to: { name: '', address } }
}

const draws: Record<LetterKind, Draw> = {
  ...{ answer, invitation, reset, left, transcript, trial },
  confirm: confirmed,
}

/** What goes, read and drawn as late as can be; or why nothing does. */
export const drawn: Draw = (parts, letter) => draws[letter.kind](parts, letter)
