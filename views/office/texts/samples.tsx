import type { Child } from 'hono/jsx'
import type { Entry as Line } from '../../../actors/entry'
import { BackPage } from '../../chat/back'
import { ChatPage } from '../../chat/page'
import { PastListPage } from '../../chat/past'
import { PastOnePage } from '../../chat/past-one'
import type { VisitorStatus } from '../../chat/visitor-status'
import { BrokenPage, MissingPage, NotToReadPage, UnavailablePage } from '../../fault'
import { HomePage } from '../../home'
import { answerLetter } from '../../letters/answer'
import type { VisitorContext } from '../../page-context'
import { paths } from '../../paths'
import { CardAnswerPage } from '../../transcript/card-page'
import { Entry } from '../../transcript/entry'
import { EntryPage } from '../../transcript/entry-page'
import { TranscriptFilePage } from '../../transcript/file/page'
import { UnsentPage } from '../../unsent'
import { languageOf } from '../../words/language'
import type { TextGroup } from '../../words/visitor-texts'
import { accountSamples } from './account-samples'
import { start } from './start-samples'
import {
  exampleCard,
  exampleCards,
  exampleConversation,
  exampleLine,
  exampleReader,
  exampleTalk,
} from './talk'

/** A page as a visitor may have it before them. */
export type Sample = (look: VisitorContext) => Child | string

const ana = { id: 'ana', name: 'Ana' }
const MINUTE_MS = 60_000
const fileLimits = { fileSize: 20, imageSize: 10, fileCount: 10, voiceLength: 5 }

const drawn = (look: VisitorContext, lines: readonly Line[]): Child =>
  lines.map((entry) => <Entry {...look} {...exampleReader} entry={entry} />)

type More = { lines?: readonly Line[]; problem?: string; isShown?: boolean; earlier?: string }

/** The page of a chat, as it stands. */
export const chat =
  (status: VisitorStatus, more: More = {}): Sample =>
  (look) => (
    <ChatPage
      {...look}
      {...{ status, conversation: exampleConversation, clientId: 'next', name: 'Vera', fileLimits }}
      {...{ after: 9, seenUpTo: 9, department: '', isShown: more.isShown ?? false }}
      drawn={drawn(look, more.lines ?? exampleTalk(look.now, languageOf(look.language)))}
      earlier={more.earlier ?? null}
      {...(more.problem === undefined ? {} : { problem: more.problem })}
    />
  )

const talking = { state: 'active', agent: ana, here: true } as const
export const talk = (more?: More): Sample => chat(talking, more)

/** With a link to the page on privacy, whether or not the desk has one. */
const linked =
  (sample: Sample): Sample =>
  (look) =>
    sample({ privacy: paths.home, ...look })

const waits =
  (place: number, estimate: number | null): Sample =>
  (look) =>
    chat({ state: 'waiting', since: look.now - MINUTE_MS, place, estimate })(look)
const left = { state: 'left', told: false, helped: false } as const
const remarks = {
  en: { praise: ['Quick'], blame: ['Slow'] },
  zh: { praise: ['很快'], blame: ['太慢'] },
}
const ended: Extract<VisitorStatus, { state: 'ended' }> = {
  ...{ state: 'ended', agent: ana, mayContinue: true, mayRate: true, remarks },
  ...{ mayComment: false, stars: null },
}

const past = (hasSome: boolean): Sample => {
  const line = { at: 0, preview: '20418', agentName: 'Ana', stars: 5 }
  return (look) => (
    <PastListPage
      {...look}
      lines={
        hasSome
          ? [
              { ...line, id: 'one', at: look.now - 60 * MINUTE_MS },
              { ...line, id: 'two', at: look.now, agentName: '' },
            ]
          : []
      }
      older={hasSome ? paths.chat.past : null}
      isFurther={hasSome}
    />
  )
}

const pastOne: Sample = (look) => (
  <PastOnePage
    {...look}
    {...{ id: 'one', after: 9, earlier: null, isElsewhere: true, status: ended }}
    drawn={drawn(look, exampleTalk(look.now, languageOf(look.language)))}
  />
)

const ofLine =
  (may: boolean): Sample =>
  (look) => {
    const entry = exampleLine(look.now, languageOf(look.language))
    const can = {
      mayRevise: may,
      mayUnsend: may,
      mayReact: may,
      clientId: 'next',
      back: paths.chat.page,
    }
    const answer = may
      ? { action: paths.chat.messages, whose: { name: 'written_in', value: '' } }
      : null
    return (
      <EntryPage
        {...look}
        {...{ entry, answer, ...exampleReader, ...can }}
        drawn={drawn(look, [entry])}
      />
    )
  }

const letter = (look: VisitorContext): string =>
  answerLetter({
    ...{ language: look.language, name: 'Vera', more: 3, link: paths.chat.page },
    stop: paths.chat.page,
    isOfAccount: false,
    entries: exampleTalk(look.now, languageOf(look.language)).slice(1, 3),
  }).html

const transcript: Sample = (look) =>
  TranscriptFilePage({
    ...{ ...look, ...exampleReader, conversation: exampleConversation },
    entries: exampleTalk(look.now, languageOf(look.language)),
  })

const card: Sample = (look) =>
  CardAnswerPage({
    ...{ ...look, card: exampleCard(languageOf(look.language)), clientId: 'card', answers: {} },
    images: [],
    ...{ isOver: false, problem: { says: '', field: undefined } },
  })

const sent = { fields: { text: '…' }, words: ['…'], secrets: [] }

/** Pages on which the words of a group are read: the first that has a text shows it. */
export const samples: Readonly<Record<TextGroup, readonly Sample[]>> = {
  home: [(look) => HomePage({ ...look, staff: false })],
  start: [
    linked(start({})),
    start({ names: ['Billing'] }),
    start({ names: ['Billing'], ahead: 1 }),
    start({ staffed: false, ahead: 0 }),
    start({ free: true, ahead: 1 }),
    start({ free: false }),
    start({ invites: true }),
    start({ invites: false }),
  ],
  waiting: [
    waits(3, 5 * MINUTE_MS),
    waits(1, null),
    (look) => chat({ state: 'ringing', since: look.now - MINUTE_MS })(look),
    chat({ ...left, asks: 'both', email: 'vera@example.com' }),
    chat({ ...left, asks: 'message', email: '' }),
    chat({ ...left, asks: null, email: 'vera@example.com' }),
    chat({ ...left, told: true, asks: null, email: '' }),
    chat({ ...left, helped: true }),
  ],
  talk: [
    linked(talk({ isShown: true, earlier: paths.chat.page })),
    chat({ ...talking, here: false }),
    chat({ state: 'waiting', since: 0, place: 2, estimate: null }),
  ],
  notices: [],
  messages: [talk(), ofLine(true), ofLine(false), transcript],
  files: [talk()],
  cards: [(look) => talk({ lines: exampleCards(look.now, languageOf(look.language)) })(look), card],
  after: [
    chat(ended),
    chat({ ...ended, stars: 2, mayComment: true }),
    chat({ ...ended, stars: 5, mayComment: true }),
    chat({ ...ended, stars: 4 }),
    past(true),
    past(false),
    pastOne,
  ],
  account: accountSamples,
  letters: [letter, (look) => BackPage({ ...look, id: 'letter', until: 0, proof: '' })],
  faults: [
    MissingPage,
    (look) => BrokenPage({ ...look, id: 'a1b2' }),
    UnavailablePage,
    NotToReadPage,
    (look) => UnsentPage({ ...look, action: paths.chat.messages, sent }),
    (look) => UnsentPage({ ...look, sent, id: 'a1b2' }),
    chat({ state: 'stuck', agent: null }),
  ],
}
